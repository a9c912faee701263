import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRecord, type Published } from './prepare.ts';

/** The meta-schemas as their owners publish them, from the packages that carry them. */
export const published = {
  openapi: (line: string) => read(`@seriousme/openapi-schema-validator/schemas/v${line}/schema.json`),
  asyncapi: (line: string) => read(`@asyncapi/specs/schemas/${line}.0-without-$id.json`),
  draft04: () => read('ajv-draft-04/dist/refs/json-schema-draft-04.json'),
  /** The whole of 2020-12: the schema that names the vocabularies, then the vocabularies. */
  draft202012: () => [
    read('ajv/dist/refs/json-schema-2020-12/schema.json'),
    ...vocabularies.map((name) => read(`ajv/dist/refs/json-schema-2020-12/meta/${name}.json`)),
  ],
  /** The keywords that OpenAPI adds to 2020-12. */
  openapiVocabulary: async (line: string) => {
    const path = pathOf(`@hyperjump/json-schema/openapi-${line.replace('.', '-')}/meta/base.js`);
    const module: unknown = await import(path);
    return record(isRecord(module) ? module.default : undefined);
  },
};

const vocabularies = ['core', 'applicator', 'unevaluated', 'validation', 'meta-data', 'format-annotation', 'content'];

function read(path: string): Published {
  return record(JSON.parse(readFileSync(pathOf(path), 'utf8')));
}

function pathOf(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

function record(value: unknown): Published {
  if (!isRecord(value)) throw new Error('A published meta-schema is not an object.');
  return value;
}
