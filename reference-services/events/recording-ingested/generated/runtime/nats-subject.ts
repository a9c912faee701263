// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { addressReader, placeholder, renderAddress } from './address.ts';
import type { Address } from './broker.ts';

/** The NATS subject of an address: levels divided by slashes become tokens, `/light/{id}` is `light.<id>`. */
export function subjectOf({ template, parameters }: Address): string {
  return renderAddress({ template: subjectTemplate(template), parameters }, '.');
}

/** The pattern to subscribe to: a token that holds a parameter may be any token. */
export function subjectFilter(template: string): string {
  const tokens = subjectTemplate(template).replaceAll(placeholder, '*').split('.');
  return tokens.map((token) => (token.includes('*') ? '*' : token)).join('.');
}

/** Reads the values out of a subject. */
export function subjectReader(template: string): ReturnType<typeof addressReader> {
  return addressReader(subjectTemplate(template), '.');
}

function subjectTemplate(template: string): string {
  // Every second part stands inside braces and is a name.
  const parts = template.split(placeholder).map((part, i) => (i % 2 === 1 ? `{${part}}` : part.replaceAll('/', '.')));
  const subject = parts.join('').replaceAll(/^\.+|\.+$/g, '');
  const fixed = subject.replaceAll(placeholder, 'x');
  if (fixed === '' || fixed.split('.').includes('') || /[*>\s\p{Cc}]/u.test(fixed)) {
    throw new TypeError(`The address ${JSON.stringify(template)} is no NATS subject`);
  }
  return subject;
}
