// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { dereference, type Schema, validate } from '@cfworker/json-schema';
import { type Fault, faultsOf } from './fault.ts';
import type { JsonSchema } from './operation.ts';

/** Where references such as `#/$defs/Pet` are resolved; nothing is ever fetched from it. */
const base = new URL('https://schemas.invalid/contract');

/** Beyond this, only the first fault is looked for: an answer need not list a million of them. */
const maximumValuesForAllFaults = 2_000;

/** The schemas of one contract. Interprets them as data: no code is compiled, so it also runs where `eval` is forbidden. */
export class SchemaSet {
  readonly #definitions: Readonly<Record<string, JsonSchema>>;
  readonly #lookup: Record<string, Schema | boolean>;
  readonly #known = new WeakSet<object>();
  #inline = 0;

  constructor(definitions: Readonly<Record<string, JsonSchema>>) {
    this.#definitions = definitions;
    this.#lookup = dereference({ $defs: definitions }, Object.create(null), base);
  }

  /** What is wrong with `value`, which must be JSON; nothing when it is valid. */
  check(schema: JsonSchema, value: unknown): Fault[] {
    const known = this.#register(schema);
    if (validate(value, known, '2020-12', this.#lookup, true).valid) return [];
    const all = countValues(value, maximumValuesForAllFaults) < maximumValuesForAllFaults;
    return faultsOf(validate(value, known, '2020-12', this.#lookup, !all).errors);
  }

  accepts(schema: JsonSchema, value: unknown): boolean {
    return validate(value, this.#register(schema), '2020-12', this.#lookup, true).valid;
  }

  /** The schema that a `$ref` names. An unknown name accepts nothing. */
  resolve(reference: unknown): JsonSchema {
    const name = typeof reference === 'string' ? reference.replace(/^#\/\$defs\//, '') : '';
    return Object.hasOwn(this.#definitions, name) ? (this.#definitions[name] ?? false) : false;
  }

  #register(schema: JsonSchema): Schema | boolean {
    // The validator's own type asks for well-formed keywords; the generator wrote them, from a schema that was checked.
    const known = schema as Schema | boolean;
    if (typeof known === 'boolean' || this.#known.has(known)) return known;
    this.#known.add(known);
    this.#inline += 1;
    dereference(known, this.#lookup, base, `/inline/${this.#inline}`);
    return known;
  }
}

function countValues(value: unknown, limit: number): number {
  let count = 0;
  const stack: unknown[] = [value];
  while (stack.length > 0 && count < limit) {
    const next = stack.pop();
    count += 1;
    if (typeof next === 'object' && next !== null) {
      for (const child of Object.values(next)) stack.push(child);
    }
  }
  return count;
}
