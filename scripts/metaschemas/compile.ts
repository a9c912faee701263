import { fileURLToPath } from 'node:url';
import { _, type CodeKeywordDefinition } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { hasDuplicates } from '../../core/structure/duplicates.ts';
import { formats } from '../../core/structure/formats.ts';
import type { Prepared } from './prepared.ts';

/** An ES module whose default export says whether a value is valid. Stops at the first fault and composes no message. */
export async function compile({ name, schema }: Prepared): Promise<string> {
  const ajv = new Ajv2020.default({
    strict: false,
    validateSchema: false,
    messages: false,
    inlineRefs: false,
    // Only to be referenced: a repeated schema is compiled once.
    code: { source: true, esm: true, lines: false, optimize: 2, formats: _`require("./formats.ts").formats` },
    formats: { ...formats },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
  const code = withoutDetails(standaloneCode.default(ajv, ajv.compile(schema)));
  const bundle = await build({
    stdin: {
      contents: code,
      resolveDir: fileURLToPath(new URL('../../core/structure', import.meta.url)),
      loader: 'js',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minify: true,
    target: 'es2023',
    write: false,
    legalComments: 'none',
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  const text = bundle.outputFiles[0]?.text;
  if (text === undefined) throw new Error(`esbuild made nothing of ${name}.`);
  return text;
}

/** A no is all that is asked for: leaving out what each error object would say makes the module a third smaller. */
function withoutDetails(code: string): string {
  return code.replace(/,schemaPath:"[^"]*",keyword:"[^"]*",params:\{[^{}]*\}/g, '');
}

/** Ajv's own compares each item with each, which a hostile list turns into minutes. */
const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  code(context) {
    if (context.schema !== true) return;
    const found = context.gen.scopeValue('keyword', {
      ref: hasDuplicates,
      code: _`require("./duplicates.ts").hasDuplicates`,
    });
    context.fail(_`${found}(${context.data})`);
  },
};
