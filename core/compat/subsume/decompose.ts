import type { TypeName } from '../../contract/schema.ts';
import type { Acceptance } from './accept.ts';
import { arrayConditions } from './array-conditions.ts';
import { combinatorConditions } from './combinator-conditions.ts';
import type { Condition } from './condition.ts';
import { type Alternatives, impossible, type Literal } from './literal.ts';
import { numberConditions } from './number-conditions.ts';
import { objectConditions } from './object-conditions.ts';
import { stringConditions } from './string-conditions.ts';
import { unevaluatedConditions } from './unevaluated-conditions.ts';

export type JsonType = Exclude<TypeName, 'integer'>;

/** What taking literals apart depends on. */
export interface Decomposing {
  readonly type: JsonType;
  readonly acceptance: Acceptance;
  readonly overlapping: (literal: Literal) => ReadonlyArray<readonly [number, number]>;
  readonly nextTracker: () => number;
}

/**
 * What a literal says about a value of one type, one step further: a list of conjunctions when it must hold, or by De
 * Morgan of what breaks one of its keywords.
 */
export function decompose(literal: Literal, decomposing: Decomposing): readonly Alternatives[] {
  const { schema, holds } = literal.claim;
  const { type } = decomposing;
  if (schema.always === false) return holds ? [impossible] : [];
  if (schema.always === true || schema.binary) return holds ? [] : [impossible];
  if (schema.types !== undefined && !allows(schema.types, type)) return holds ? [impossible] : [];
  const conditions = conditionsOf(literal, decomposing);
  if (holds) return conditions.map((condition) => condition.asserted);
  return [conditions.flatMap((condition) => condition.denied())];
}

function conditionsOf(literal: Literal, decomposing: Decomposing): readonly Condition[] {
  const { schema } = literal.claim;
  const { type } = decomposing;
  const tracked = unevaluatedConditions(literal, decomposing);
  const inner = tracked.literal;
  const conditions: Condition[] = [];
  if (schema.enum !== undefined) {
    const values = schema.enum;
    conditions.push({ asserted: [[{ kind: 'in', values }]], denied: () => [[{ kind: 'not-in', values }]] });
  }
  if (type === 'number') conditions.push(...numberConditions(schema));
  if (type === 'string') conditions.push(...stringConditions(schema));
  if (type === 'array') conditions.push(...arrayConditions(inner));
  if (type === 'object') conditions.push(...objectConditions(inner, decomposing));
  conditions.push(...combinatorConditions(inner, decomposing));
  return [...conditions, ...tracked.conditions];
}

function allows(types: readonly TypeName[], type: JsonType): boolean {
  return types.includes(type) || (type === 'number' && types.includes('integer'));
}
