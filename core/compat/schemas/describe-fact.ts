import type { Schema } from '../../contract/schema.ts';
import type { Comparison } from '../comparison.ts';
import type { Effect } from '../rules/schema-rules.ts';
import { topicRules } from '../rules/schema-topics.ts';
import type { Fact, Topic } from './fact.ts';
import { flatten } from './flatten.ts';

/** What happened, as a clause: `the maximum was lowered or added (none → 10)`. */
export function describeFact(
  fact: Fact & { readonly from: 'old' | 'new' },
  effect: Effect,
  { before, after }: Comparison,
): string {
  const names = topicRules[fact.topic];
  const what = (names[effect] ?? names.narrowed).what;
  const detail = fact.detail === '' || fact.topic === 'condition' ? '' : ` (${quoted(fact)})`;
  const keywords = shown[fact.topic];
  if (keywords === undefined) return `${what}${detail}`;
  const [sent, wanted] = fact.from === 'old' ? [before, after] : [after, before];
  const values = [
    printValues(flatten(fact.sender, sent.schemas), keywords),
    printValues(flatten(fact.receiver, wanted.schemas), keywords),
  ];
  const [old, now] = fact.from === 'old' ? values : values.reverse();
  return old === now ? `${what}${detail}` : `${what}${detail} (${old} → ${now})`;
}

function quoted({ topic, detail }: Fact): string {
  return topic === 'enum-value' ? detail : JSON.stringify(detail);
}

const shown: Readonly<Partial<Record<Topic, ReadonlyArray<keyof Schema>>>> = {
  type: ['types'],
  minimum: ['minimum', 'exclusiveMinimum'],
  maximum: ['maximum', 'exclusiveMaximum'],
  'multiple-of': ['multipleOf'],
  'min-length': ['minLength'],
  'max-length': ['maxLength'],
  pattern: ['pattern'],
  format: ['format'],
  'min-properties': ['minProperties'],
  'max-properties': ['maxProperties'],
  'min-items': ['minItems'],
  'max-items': ['maxItems'],
};

function printValues(parts: readonly Schema[], keywords: ReadonlyArray<keyof Schema>): string {
  const found = parts
    .flatMap((part) => keywords.map((keyword) => part[keyword]))
    .filter((value) => value !== undefined);
  return found.length === 0 ? 'none' : [...new Set(found.map((value) => String(value)))].join(', ');
}
