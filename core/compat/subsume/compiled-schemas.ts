import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema, SchemaName } from '../../contract/schema.ts';
import { toJsonSchema } from '../../schema/to-json-schema.ts';
import type { Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import { past, type Scope } from './claim.ts';
import { newValidator } from './new-validator.ts';
import { mapParts } from './parts.ts';
import { letOff } from './travel.ts';

type Validate = (value: Json) => boolean;

/**
 * The schemas of one document for ajv, each compiled on its own when a value gets there first. `$ref` is a keyword that
 * calls what it names, so that a document of thousands of schemas that all lead to each other costs what its values meet.
 */
export class CompiledSchemas {
  readonly #scope: Scope;
  readonly #acceptance: Acceptance;
  readonly #named = new Map<SchemaName, Validate>();
  readonly #compiled = new Map<Schema, Validate>();
  /** By what is written: parameters and the like are said again and again. */
  readonly #written = new Map<string, Validate>();
  #validator: Ajv2020 | undefined;

  constructor(scope: Scope, acceptance: Acceptance) {
    this.#scope = scope;
    this.#acceptance = acceptance;
  }

  /**
   * Throws where ajv cannot read a schema or never returns, and for `unevaluated…`, which asks what schemas behind a
   * reference have looked at: those cannot be compiled apart.
   */
  accepts(value: Json, schema: Schema): boolean {
    return this.#validate(past(schema, this.#scope))(value);
  }

  #validate(schema: Schema): Validate {
    const known = this.#compiled.get(schema);
    if (known !== undefined) return known;
    const made = this.#compile(schema);
    this.#compiled.set(schema, made);
    return made;
  }

  #compile(schema: Schema): Validate {
    const prepare = (part: Schema, root: Schema): Schema => {
      if (part.unevaluatedItems !== undefined || part.unevaluatedProperties !== undefined) {
        throw new Error('What is unevaluated cannot be told apart.');
      }
      const mapped = mapParts(
        part,
        (inner) => prepare(inner, root),
        (inner) => prepare(inner, inner),
      );
      return { ...mapped, ...letOff(part, root, this.#scope, this.#acceptance) };
    };
    const printed = { allOf: [toJsonSchema(prepare(schema, schema), { reference: (name) => name })] };
    const text = JSON.stringify(printed);
    const twin = this.#written.get(text);
    if (twin !== undefined) return twin;
    this.#validator ??= this.#newValidator();
    const validate = this.#validator.compile<Json>(printed);
    // It keeps each schema that it has seen otherwise.
    this.#validator.removeSchema(printed);
    const asked: Validate = (value) => validate(value);
    this.#written.set(text, asked);
    return asked;
  }

  #newValidator(): Ajv2020 {
    const validator = newValidator();
    // Of what is unevaluated nothing is asked here, and keeping a record of it is most of the work.
    validator.opts.unevaluated = false;
    validator.removeKeyword('$ref');
    validator.addKeyword({
      keyword: '$ref',
      schemaType: 'string',
      errors: false,
      compile: (name: SchemaName) => this.#behind(name),
    });
    return validator;
  }

  /** A reference to a name that is not there accepts everything. */
  #behind(name: SchemaName): Validate {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const target = this.#scope.schemas.get(name);
    const validate: Validate = (value) => target === undefined || this.#validate(target)(value);
    this.#named.set(name, validate);
    return validate;
  }
}
