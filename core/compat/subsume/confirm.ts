import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema, SchemaName } from '../../contract/schema.ts';
import { toJsonSchema } from '../../schema/to-json-schema.ts';
import type { Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import type { Scope } from './claim.ts';
import { relevantPart } from './relevant-part.ts';

/** Asks ajv whether a schema of one document accepts a value. ajv is loaded with the first question. */
export class Confirmation {
  readonly #scope: Scope;
  readonly #acceptance: Acceptance;

  constructor(scope: Scope, acceptance: Acceptance) {
    this.#scope = scope;
    this.#acceptance = acceptance;
  }

  /** Undefined when ajv cannot read the schema, or does not come to an end with it. */
  accepts(value: Json, schema: Schema): boolean | undefined {
    const { named, ...part } = relevantPart(value, schema, this.#scope, this.#acceptance);
    try {
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

/** The formats that `checkValue` asserts too; about others there is no agreement. */
const formats = [
  'byte',
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'int32',
  'int64',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'time',
  'uri',
  'uri-reference',
  'uuid',
] as const;

function newValidator(): Ajv2020 {
  const load = createRequire(import.meta.url);
  // What `require` gives has the types that the packages declare.
  const { Ajv2020: Validator } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { fullFormats } = load('ajv-formats/dist/formats.js') as typeof import('ajv-formats/dist/formats.js');
  const validator = new Validator({
    strict: false,
    validateSchema: false,
    logger: false,
    multipleOfPrecision: 9,
    // Each schema is compiled for one or two values: optimising the code would cost more than it saves.
    code: { optimize: false, regExp: Object.assign(compilePattern, { code: 'compilePattern' }) },
  });
  for (const name of formats) validator.addFormat(name, fullFormats[name]);
  return validator;
}

/** Like everything here: with the `u` flag where the pattern allows it. */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
