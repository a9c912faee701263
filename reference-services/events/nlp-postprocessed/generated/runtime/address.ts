// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Address } from './broker.ts';

/** What divides an address into levels; a parameter fills one level or a part of it. */
export type Separator = '/' | '.';

/** Addresses with slashes are divided by them (MQTT, HTTP, WebSocket), all others by dots (NATS, Kafka, AMQP). */
export function separatorOf(template: string): Separator {
  return template.includes('/') ? '/' : '.';
}

/**
 * The address with its values. A value that would lead to another address, because it holds the separator, a wildcard of
 * some broker, a space or a control character, is refused.
 */
export function renderAddress({ template, parameters }: Address, separator: Separator = separatorOf(template)): string {
  return template.replaceAll(placeholder, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new TypeError(`The address ${template} needs a value for "${name}"`);
    if (value === '' || value.includes(separator) || /[*>+#\s\p{Cc}]/u.test(value)) {
      throw new TypeError(`${JSON.stringify(value)} cannot stand for "${name}" in the address ${template}`);
    }
    return value;
  });
}

/** Reads the values out of an address; the function gives `undefined` for one of another template. */
export function addressReader(
  template: string,
  separator: Separator = separatorOf(template),
): (address: string) => Readonly<Record<string, string>> | undefined {
  const names: string[] = [];
  const parts = template.split(placeholder).map((part, i) => {
    if (i % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    names.push(part);
    return separator === '.' ? '([^.]+)' : '([^/]+)';
  });
  const pattern = new RegExp(`^${parts.join('')}$`, 'u');
  return (address) => {
    const match = pattern.exec(address);
    return match === null ? undefined : Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? '']));
  };
}

/** Split by it, a text alternates between what stands outside braces and the names inside. */
export const placeholder = /\{([^{}]*)\}/g;
