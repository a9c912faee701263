import type { Parameter } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../core/source/json.ts';
import { coerce } from '../hono-server/runtime/coerce.ts';
import { bodyKindOf } from '../hono-server/runtime/media-type.ts';
import type { JsonSchema } from '../hono-server/runtime/operation.ts';
import type { SchemaSet } from '../hono-server/runtime/schema-set.ts';
import { typesOf } from '../hono-server/runtime/schema-shape.ts';
import type { Judge } from './judge.ts';
import type { BodyValue, IllegalRequest } from './runtime/tested-operation.ts';

export interface IllegalContext {
  readonly judge: Judge;
  readonly print: (schema: Schema) => JsonSchema;
}

/** A text that the schema of a parameter refuses however it is read; undefined when every text will do. */
export function illegalParameter(parameter: Parameter, { judge, print }: IllegalContext): IllegalRequest | undefined {
  if (parameter.schema === undefined || parameter.content !== undefined || parameter.in === 'querystring')
    return undefined;
  const schema = print(parameter.schema);
  // An object is spread over many texts, of which none needs to be wrong.
  if (typesOf(judge.set, schema).has('object')) return undefined;
  const prefix = { simple: '', label: '.', matrix: `;${parameter.name}=` }[parameter.style as string] ?? '';
  const text = textsFor(parameter, schema).find(
    (candidate) => judge.verdictOn(schema, (set) => read(set, schema, candidate)) === 'refused',
  );
  return text === undefined
    ? undefined
    : { kind: 'parameter', name: parameter.name, in: parameter.in, text: prefix + text };
}

function read(set: SchemaSet, schema: JsonSchema, text: string): unknown {
  return coerce(set, schema, { single: text, list: [text], several: false });
}

function textsFor({ in: place, allowEmptyValue }: Parameter, schema: JsonSchema): string[] {
  const limit = typeof schema === 'object' && typeof schema.maxLength === 'number' ? schema.maxLength : 0;
  const long = limit > 0 && limit < 2000 ? ['x'.repeat(limit + 1)] : [];
  const texts = ['not-a-value', '-1', '0', '@@', '99999999999', ...long];
  return place === 'query' && !allowEmptyValue ? [...texts, ''] : texts;
}

/** Bodies that are each wrong in one way: no JSON at all, a required member missing, a member of the wrong kind. */
export function illegalBodies(
  body: BodyValue | undefined,
  schema: Schema | undefined,
  { judge, print }: IllegalContext,
): IllegalRequest[] {
  if (body === undefined || bodyKindOf(body.contentType) !== 'json') return [];
  const unreadable: IllegalRequest = { kind: 'body', why: 'is not JSON', text: '{' };
  if (schema === undefined) return [unreadable];
  const printed = print(schema);
  // Examples are JSON, and so is what was made up.
  const value = body.value as Json;
  const refuses = (other: Json): boolean => judge.verdict(printed, other) === 'refused';
  const other = [[], 'not-a-value', 7].find((candidate) => kindOf(candidate) !== kindOf(value) && refuses(candidate));
  const whole: IllegalRequest[] =
    other === undefined ? [] : [{ kind: 'body', why: `is ${kindOf(other)} instead`, text: JSON.stringify(other) }];
  const members = isObject(value) ? illegalMembers(value, refuses) : [];
  return [unreadable, ...whole, ...members.slice(0, mostMembers)];
}

const mostMembers = 24;

function illegalMembers(value: JsonObject, refuses: (other: Json) => boolean): IllegalRequest[] {
  const found: IllegalRequest[] = [];
  for (const name of Object.keys(value)) {
    const quoted = JSON.stringify(name);
    const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    if (refuses(rest)) found.push({ kind: 'member', why: `lacks ${quoted}`, name });
    const stranger = strangers.find((candidate) => refuses({ ...rest, [name]: candidate }));
    if (stranger !== undefined) found.push({ kind: 'member', why: `has a wrong ${quoted}`, name, value: stranger });
  }
  if (refuses({ ...value, [undeclared]: true })) {
    found.push({ kind: 'member', why: 'has a member that nobody declared', name: undeclared, value: true });
  }
  return found;
}

const undeclared = 'not-in-the-contract';
const strangers: readonly Json[] = [{ not: ['a', 'value'] }, 'not-a-value', -1.5, [[]], true];

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}
