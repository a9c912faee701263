// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { InputError } from './errors.ts';
import { escapeAll, escapeSome } from './escape.ts';
import { writeJson } from './json.ts';
import { contentKind } from './media-type.ts';
import type { OperationData, PropertyEncoding } from './operation.ts';
import { writeStyled } from './style.ts';
import { unsendable } from './unsendable.ts';

type Encodings = Readonly<Record<string, PropertyEncoding>>;

/**
 * `application/x-www-form-urlencoded`: lists repeat their name and objects become JSON, unless an encoding says otherwise.
 */
export function writeForm({ id }: OperationData, value: object, encodings: Encodings = {}): string {
  const pairs = Object.entries(value).map(([name, member]) => {
    const encoding = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
    const { style = 'form', explode = style === 'form', allowReserved = false } = encoding ?? {};
    const asContent = encoding?.contentType !== undefined && contentKind(encoding.contentType) === 'json';
    const plainObject = typeof member === 'object' && member !== null && !Array.isArray(member);
    const text = asContent || (plainObject && encoding === undefined) ? writeJson(member) : member;
    const rules = { style, explode, encode: allowReserved ? escapeSome : escapeAll, encodeName: escapeAll };
    const reason = unsendable({ in: 'query', name, style }, text, rules);
    if (reason !== undefined) throw new InputError(id, `The property "${name}" of the form ${reason}.`);
    return writeStyled(name, text, rules);
  });
  return pairs.filter((pair) => pair !== undefined).join('&');
}
