import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Topic } from './fact.ts';

/** A part of what a schema asks for: nothing else of it, so that an answer about it tells the reason. */
export interface Claim {
  readonly topic: Topic;
  readonly detail: string;
  /** Made when it is asked for: most claims of two versions are the same, and nobody asks. */
  readonly schema: () => Schema;
  /** Whether another schema asks for it in the same words. False says nothing. */
  readonly isIn: (other: Schema) => boolean;
}

/**
 * What `part`, one of the schemas that `flatten` finds, asks of a value itself; what it asks of members and items, and
 * what it leaves to alternatives, is for `findFacts` to walk into. All claims, members and alternatives together ask for
 * the same as the schema.
 */
export function* claimsOf(part: Schema): Generator<Claim> {
  if (part.always === false) yield { topic: 'schema', detail: '', schema: () => part, isIn: () => false };
  if (part.types !== undefined) yield claim('type', part, ['types']);
  if (part.enum !== undefined) yield claim('enum', part, ['enum']);
  for (const [topic, keywords] of simple) {
    if (keywords.some((keyword) => part[keyword] !== undefined && part[keyword] !== false)) {
      yield claim(topic, part, keywords);
    }
  }
  if (part.unevaluatedProperties !== undefined || part.unevaluatedItems !== undefined) {
    yield { topic: 'condition', detail: 'unevaluated', schema: () => part, isIn: () => false };
  }
  for (const [pattern, schema] of part.patternProperties ?? []) {
    const asks = () => ({ ...emptySchema(schema.location), patternProperties: new Map([[pattern, schema]]) });
    yield { topic: 'pattern-properties', detail: pattern, schema: asks, isIn: () => false };
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
  return {
    topic,
    detail: topic === 'condition' ? String(keywords[0]) : '',
    schema: () => {
      const copied = Object.fromEntries(keywords.map((keyword) => [keyword, part[keyword]]));
      return { ...emptySchema(part.location), ...copied };
    },
    // Bytes are held to nothing that stands beside them.
    isIn: (other) => !other.binary && keywords.every((keyword) => isAlike(part[keyword], other[keyword])),
  };
}

/** For plain values and lists of them; schemas are for the solver. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]);
}
