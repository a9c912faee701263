import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';
import { checkValue } from '../../schema/check.ts';
import { isObject, type Json } from '../../source/json.ts';
import type { Witness } from '../change.ts';
import { Acceptance } from '../subsume/accept.ts';
import { Confirmation } from '../subsume/confirm.ts';
import { Subsumption } from '../subsume/index.ts';
import { makeSchema } from '../subsume/make-schema.ts';

/** A schema, what its references mean, and which way its values travel. */
export interface Place {
  readonly schema: Schema;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly direction: Direction | undefined;
}

/**
 * Whether a value is legal there, asked of two that know nothing of each other: the interpreter of `core/schema`, and
 * ajv. What either of them cannot tell is not called legal.
 */
export function isLegal(value: Json, { schema, schemas, direction }: Place): boolean {
  if (checkValue(value, schema, direction === undefined ? { schemas } : { schemas, direction }).length > 0)
    return false;
  const confirmation = new Confirmation({ tag: 'first', schemas }, new Acceptance(direction));
  return confirmation.accepts(value, schema) === true;
}

/** Some legal value; undefined where none is found. */
export function legalValue(place: Place): { readonly value: Json } | undefined {
  const { schema, schemas, direction } = place;
  const subsumption = new Subsumption(schemas, schemas, direction === undefined ? {} : { direction });
  const answer = subsumption.decide(schema, makeSchema({ always: false }));
  return answer.kind === 'witness' && isLegal(answer.value, place) ? { value: answer.value } : undefined;
}

/** A legal value with as many members of another as it can take, so that the two differ in what matters only. */
export function nearestTo(other: Json, value: Json, place: Place): Json {
  if (!isObject(other) || !isObject(value)) return value;
  let nearest: { readonly [key: string]: Json } = value;
  for (const [key, member] of Object.entries(value)) {
    if (Object.hasOwn(other, key)) continue;
    const { [key]: _member, ...without } = nearest;
    if (isLegal(without, place)) nearest = without;
    else nearest = { ...without, [key]: member };
  }
  for (const [key, member] of Object.entries(other)) {
    // A computed key defines an own property, `__proto__` included.
    const taken = { ...nearest, [key]: member };
    if (isLegal(taken, place)) nearest = taken;
  }
  return inOrderOf(other, nearest);
}

function inOrderOf(other: { readonly [key: string]: Json }, value: { readonly [key: string]: Json }): Json {
  const shared = Object.keys(other).filter((key) => Object.hasOwn(value, key));
  const own = Object.keys(value).filter((key) => !Object.hasOwn(other, key));
  return Object.fromEntries([...shared, ...own].map((key) => [key, value[key] ?? null]));
}

/** Which way the part of an exchange travels, as the contract sees it. */
export function directionOf(subject: string, part: Witness['part']): Direction | undefined {
  if (part === 'message' || part === 'message-header') {
    const [action] = subject.split(' ');
    return action === 'receive' ? 'input' : action === 'send' ? 'output' : undefined;
  }
  // Webhooks and callbacks are requests that the service sends; in a subject they stand before or behind the operation.
  if (!/^[A-Z]+ \S+$/.test(subject)) return undefined;
  return part === 'request-body' || part === 'parameter' ? 'input' : 'output';
}
