import type { JsonSchema } from '../hono-server/runtime/operation.ts';
import { SchemaSet } from '../hono-server/runtime/schema-set.ts';

export type Verdict = 'accepted' | 'refused' | 'too much work';

/** References that the check of one small value may follow. Schemas that combine one another can ask for 2^n of them. */
const mostReferences = 5000;

/** Holds made-up values against schemas, and gives up where a contract is written so that this would take for ever. */
export class Judge {
  readonly set: SchemaSet;
  /** Schemas that have been given up on once. */
  readonly #hopeless = new Set<JsonSchema>();
  #references = 0;

  constructor(definitions: Readonly<Record<string, JsonSchema>>) {
    this.set = new SchemaSet(definitions, () => {
      this.#references += 1;
      if (this.#references > mostReferences) throw new TooMuchWork();
    });
  }

  verdict(schema: JsonSchema, value: unknown): Verdict {
    return this.verdictOn(schema, () => value);
  }

  /** The verdict on whatever `read` makes of a text. */
  verdictOn(schema: JsonSchema, read: (set: SchemaSet) => unknown): Verdict {
    if (this.#hopeless.has(schema)) return 'too much work';
    this.#references = 0;
    try {
      return this.set.accepts(schema, read(this.set)) ? 'accepted' : 'refused';
    } catch (error) {
      // A RangeError: the stack is used up, by schemas that refer to themselves. A URIError: the validator cannot write down
      // where it is, because a member's name holds half a surrogate pair.
      if (!(error instanceof TooMuchWork || error instanceof RangeError || error instanceof URIError)) throw error;
      this.#hopeless.add(schema);
      return 'too much work';
    }
  }
}

class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}
