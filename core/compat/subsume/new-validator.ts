import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';

/** ajv, set up to assert what `checkValue` does. It is loaded with the first call. */
export function newValidator(): Ajv2020 {
  const load = createRequire(import.meta.url);
  // What `require` gives has the types that the packages declare.
  const { Ajv2020: Validator } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { fullFormats } = load('ajv-formats/dist/formats.js') as typeof import('ajv-formats/dist/formats.js');
  const validator = new Validator({
    strict: false,
    validateSchema: false,
    logger: false,
    messages: false,
    // Looking whether a schema is small enough to be copied in takes longer than checking a value.
    inlineRefs: false,
    multipleOfPrecision: 9,
    // Each schema is compiled for a few values: optimising the code would cost more than it saves.
    code: { optimize: false, regExp: Object.assign(compilePattern, { code: 'compilePattern' }) },
  });
  for (const name of formats) validator.addFormat(name, fullFormats[name]);
  return validator;
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

/** Like everything here: with the `u` flag where the pattern allows it. */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
