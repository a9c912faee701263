import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Topic } from './fact.ts';

/** A part of what a schema asks for: nothing else of it, so that an answer about it tells the reason. */
export interface Claim {
  readonly topic: Topic;
  readonly detail: string;
  readonly schema: Schema;
}

/**
 * What `part`, one of the schemas that `flatten` finds, asks of a value itself; what it asks of members and items, and
 * what it leaves to alternatives, is for `findFacts` to walk into. All claims, members and alternatives together ask for
 * the same as the schema.
 */
export function claimsOf(part: Schema): readonly Claim[] {
  const known = claims.get(part);
  if (known !== undefined) return known;
  const made = [...makeClaims(part)];
  claims.set(part, made);
  return made;
}

/** The same objects for the same schema each time, so that what is known of them is found again. */
const claims = new WeakMap<Schema, readonly Claim[]>();

function* makeClaims(part: Schema): Iterable<Claim> {
  if (part.always === false) yield { topic: 'schema', detail: '', schema: part };
  if (part.types !== undefined) yield claim('type', part, ['types']);
  if (part.enum !== undefined) yield claim('enum', part, ['enum']);
  for (const [topic, keywords] of simple) {
    if (keywords.some((keyword) => part[keyword] !== undefined && part[keyword] !== false)) {
      yield claim(topic, part, keywords);
    }
  }
  if (part.unevaluatedProperties !== undefined || part.unevaluatedItems !== undefined) {
    yield { topic: 'condition', detail: 'unevaluated', schema: part };
  }
  for (const [pattern, schema] of part.patternProperties ?? []) {
    const asks = { ...emptySchema(schema.location), patternProperties: new Map([[pattern, schema]]) };
    yield { topic: 'pattern-properties', detail: pattern, schema: asks };
  }
}

const simple: ReadonlyArray<readonly [Topic, ReadonlyArray<keyof Schema>]> = [
  ['minimum', ['minimum', 'exclusiveMinimum']],
  ['maximum', ['maximum', 'exclusiveMaximum']],
  ['multiple-of', ['multipleOf']],
  ['min-length', ['minLength']],
  ['max-length', ['maxLength']],
  ['pattern', ['pattern']],
  ['format', ['format']],
  ['property-names', ['propertyNames']],
  ['min-properties', ['minProperties']],
  ['max-properties', ['maxProperties']],
  ['min-items', ['minItems']],
  ['max-items', ['maxItems']],
  ['unique-items', ['uniqueItems']],
  ['contains', ['contains', 'minContains', 'maxContains']],
  ['condition', ['not']],
  ['condition', ['if', 'then', 'else']],
  ['condition', ['dependentRequired']],
  ['condition', ['dependentSchemas']],
];

function claim(topic: Topic, part: Schema, keywords: ReadonlyArray<keyof Schema>): Claim {
  const copied = Object.fromEntries(keywords.map((keyword) => [keyword, part[keyword]]));
  const detail = topic === 'condition' ? String(keywords[0]) : '';
  return { topic, detail, schema: { ...emptySchema(part.location), ...copied } };
}
