import type { Schema, SchemaName } from '../../contract/schema.ts';
import { toJsonSchema } from '../../schema/to-json-schema.ts';
import type { Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import type { Scope } from './claim.ts';
import { CompiledSchemas } from './compiled-schemas.ts';
import { newValidator } from './new-validator.ts';
import { relevantPart } from './relevant-part.ts';

/** Asks ajv whether a schema of one document accepts a value. ajv is loaded with the first question. */
export class Confirmation {
  readonly #scope: Scope;
  readonly #acceptance: Acceptance;
  readonly #compiled: CompiledSchemas;

  constructor(scope: Scope, acceptance: Acceptance) {
    this.#scope = scope;
    this.#acceptance = acceptance;
    this.#compiled = new CompiledSchemas(scope, acceptance);
  }

  /** Undefined when ajv cannot read the schema, or does not come to an end with it. */
  accepts(value: Json, schema: Schema): boolean | undefined {
    try {
      return this.#compiled.accepts(value, schema);
    } catch {
      return this.#acceptsAtOnce(value, schema);
    }
  }

  /** With everything that is applied to the value in one piece. */
  #acceptsAtOnce(value: Json, schema: Schema): boolean | undefined {
    try {
      const { named, ...part } = relevantPart(value, schema, this.#scope, this.#acceptance);
      const validator = newValidator();
      for (const [name, target] of named) validator.addSchema({ allOf: [print(target)] }, uriOf(name));
      return validator.compile({ allOf: [print(part.schema)] })(value) === true;
    } catch {
      return undefined;
    }
  }
}

function print(schema: Schema): Json {
  return toJsonSchema(schema, { reference: uriOf });
}

function uriOf(name: SchemaName): string {
  return `schema:${encodeURIComponent(name)}`;
}
