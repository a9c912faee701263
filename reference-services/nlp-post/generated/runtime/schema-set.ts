// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Schema, validate } from '@cfworker/json-schema';
import { type Fault, faultsOf } from './fault.ts';
import { ruleAt } from './fault-sentence.ts';
import type { JsonSchema } from './operation.ts';

/** Beyond this, only the first fault is looked for: an answer need not list a million of them. */
const maximumValuesForAllFaults = 2_000;

/** The schemas of one contract. Interprets them as data: no code is compiled, so it also runs where `eval` is forbidden. */
export class SchemaSet {
  /** By reference. The validator looks a `$ref` up as it is written, and all of ours are written in this one way. */
  readonly #lookup: Record<string, Schema | boolean> = Object.create(null);

  /** `onReference` is told whenever a reference is followed, for those who count. */
  constructor(definitions: Readonly<Record<string, JsonSchema>>, onReference?: () => void) {
    for (const [name, schema] of Object.entries(definitions)) {
      const reference = `#/$defs/${name}`;
      const get = () => {
        onReference?.();
        return asSchema(schema);
      };
      // The validator reads a plain member faster than it calls a function.
      const member = onReference === undefined ? { value: asSchema(schema) } : { get };
      Object.defineProperty(this.#lookup, reference, member);
    }
  }

  /** What is wrong with `value`, which must be JSON; nothing when it is valid. */
  check(schema: JsonSchema, value: unknown): Fault[] {
    if (this.accepts(schema, value)) return [];
    const all = countValues(value, maximumValuesForAllFaults) < maximumValuesForAllFaults;
    const { errors } = validate(value, asSchema(schema), '2020-12', this.#lookup, !all);
    return faultsOf(errors, (place) => ruleAt(schema, place, (reference) => this.resolve(reference)));
  }

  accepts(schema: JsonSchema, value: unknown): boolean {
    return validate(value, asSchema(schema), '2020-12', this.#lookup, true).valid;
  }

  /** The schema that a `$ref` names. An unknown name accepts nothing. */
  resolve(reference: unknown): JsonSchema {
    return (typeof reference === 'string' ? this.#lookup[reference] : undefined) ?? false;
  }
}

/** The validator's own type asks for well-formed keywords; the generator wrote them, from schemas that were checked. */
function asSchema(schema: JsonSchema): Schema | boolean {
  return schema as Schema | boolean;
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
