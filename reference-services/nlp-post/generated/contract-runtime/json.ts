// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Text that is no JSON, or JSON that this server does not take. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
}

/** Deeper values would let a small body exhaust the stack of whoever walks it. */
export const deepestJson = 128;

/** Parses and refuses what is legal JSON but an attack on JavaScript: members that reach an object's prototype, or that no URI can name. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonFault('is not legal JSON');
  }
  inspect(value);
  return value;
}

/** Sets an own member, whatever its name: `object.__proto__ = x` would change the prototype instead. */
export function setMember(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function inspect(root: unknown): void {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson) throw new JsonFault(`is nested deeper than ${deepestJson} levels`);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (!Array.isArray(value)) refuseMembers(value);
      for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
}

function refuseMembers(object: object): void {
  // Half of a surrogate pair: validators write members into URIs, which cannot hold it.
  if (/\p{Surrogate}/u.test(Object.keys(object).join())) throw new JsonFault('has a member whose name is no text');
  if (Object.hasOwn(object, '__proto__')) throw new JsonFault('has a member named "__proto__"');
  const own: unknown = Object.getOwnPropertyDescriptor(object, 'constructor')?.value;
  if (typeof own === 'object' && own !== null && Object.hasOwn(own, 'prototype')) {
    throw new JsonFault('has a member "constructor" with a member "prototype"');
  }
}
