// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OutputUnit } from '@cfworker/json-schema';
import type { Fault } from './fault.ts';
import { isRecord } from './schema-shape.ts';

/** A finding of the validator in plain words, at the place that must change. `rule` is the value of its keyword. */
export function faultSentence({ keyword, instanceLocation: pointer, error }: OutputUnit, rule: unknown): Fault {
  const [first = '', second = ''] = quoted(error);
  switch (keyword) {
    case 'required':
      return { pointer: below(pointer, first), detail: 'is missing' };
    case 'dependentRequired':
      return { pointer: below(pointer, second), detail: `is missing, which ${JSON.stringify(first)} asks for` };
    case 'propertyNames':
      return { pointer: below(pointer, first), detail: 'has a name that is not allowed' };
    case 'oneOf':
      return { pointer, detail: /\(0 matches\)/.test(error) ? fitsNone : 'must fit only one of the allowed forms' };
    default:
      return { pointer, detail: (sentences[keyword]?.(rule) ?? `must keep to "${keyword}"`).slice(0, 500) };
  }
}

const fitsNone = 'must fit one of the allowed forms';

const sentences: { readonly [keyword: string]: (rule: unknown) => string } = {
  type: (rule) => `must be ${alternatives([rule].flat().map((type) => typeNames[String(type)] ?? String(type)))}`,
  enum: (rule) => `must be ${oneOf([rule].flat().map((value) => JSON.stringify(value)))}`,
  const: (rule) => `must be ${JSON.stringify(rule)}`,
  minimum: (rule) => `must be at least ${rule}`,
  maximum: (rule) => `must be at most ${rule}`,
  exclusiveMinimum: (rule) => `must be greater than ${rule}`,
  exclusiveMaximum: (rule) => `must be less than ${rule}`,
  multipleOf: (rule) => `must be a multiple of ${rule}`,
  minLength: (rule) => `must have at least ${count(rule, 'character')}`,
  maxLength: (rule) => `must have at most ${count(rule, 'character')}`,
  pattern: (rule) => `must match the pattern ${rule}`,
  format: (rule) => `must have the format ${rule}`,
  minItems: (rule) => `must have at least ${count(rule, 'item')}`,
  maxItems: (rule) => `must have at most ${count(rule, 'item')}`,
  uniqueItems: () => 'must not have the same item twice',
  contains: () => 'must have an item of the kind that is asked for',
  minContains: (rule) => `must have at least ${count(rule, 'item')} of the kind that is asked for`,
  maxContains: (rule) => `must have at most ${count(rule, 'item')} of the kind that is asked for`,
  minProperties: (rule) => `must have at least ${count(rule, 'member')}`,
  maxProperties: (rule) => `must have at most ${count(rule, 'member')}`,
  anyOf: () => fitsNone,
  not: () => 'must not be of the kind that is ruled out',
  false: () => 'is not allowed',
};

const typeNames: { readonly [type: string]: string } = {
  array: 'an array',
  boolean: 'true or false',
  integer: 'an integer',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? values.join() : `one of ${values.join(', ')}`;
}

function count(number: unknown, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The names in the validator's sentence, of which each has one or two, in quotation marks that it does not escape. */
function quoted(error: string): readonly string[] {
  const two = /^Instance has "(.*)" but does not have "(.*)"\.$/s.exec(error);
  return (two ?? /"(.*)"/s.exec(error) ?? []).slice(1);
}

function below(pointer: string, name: string): string {
  return `${pointer}/${pointerToken(name)}`;
}

/** A member's name in a JSON pointer that is a URI fragment (RFC 6901, 6). */
export function pointerToken(name: string): string {
  return encodeURI(name.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('#', '%23');
}

/** The value of a keyword by its place in a schema; `resolve` follows the references on the way. */
export function ruleAt(schema: unknown, keywordLocation: string, resolve: (reference: unknown) => unknown): unknown {
  let at = schema;
  for (const token of keywordLocation.split('/').slice(1)) {
    const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(name)];
    else if (isRecord(at) && Object.hasOwn(at, name)) at = name === '$ref' ? resolve(at[name]) : at[name];
    else return undefined;
  }
  return at;
}
