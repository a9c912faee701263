import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';

/** One schema that asks for all of `parts`: the same object each time, so that what is known of it is not lost. */
export class Conjoiner {
  readonly #ids = new Map<Schema, number>();
  readonly #known = new Map<string, Schema>();
  #count = 0;

  conjoin(parts: readonly Schema[], fallback: Schema): Schema {
    const unique = [...new Set(parts)];
    const [only, second] = unique;
    if (only === undefined) return { ...emptySchema(fallback.location), always: true };
    if (second === undefined) return only;
    const key = unique.map((part) => this.#idOf(part)).join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const schema: Schema = { ...emptySchema(only.location), allOf: unique };
    this.#known.set(key, schema);
    return schema;
  }

  #idOf(schema: Schema): number {
    const known = this.#ids.get(schema);
    if (known !== undefined) return known;
    this.#ids.set(schema, ++this.#count);
    return this.#count;
  }
}
