import type { Json } from '../source/json.ts';
import type { MetaSchemaObject } from './meta-schema.ts';

/** A compiled meta-schema: it says whether the value is valid, and nothing about why not. */
export type Validator = (value: unknown) => boolean;

/** The validator of one meta-schema, made by `scripts/build-metaschemas.ts`; only the one that is needed is loaded. */
export async function loadValidator(name: string): Promise<Validator> {
  const module: { default: Validator } = await import(urlOf(`${name}.js`));
  return module.default;
}

/** The meta-schema itself, from which the explanation of a "no" is worked out. */
export async function loadMetaSchema(name: string): Promise<MetaSchemaObject> {
  const module: { default: MetaSchemaObject } = await import(urlOf(`${name}.schema.js`));
  return module.default;
}

function urlOf(file: string): string {
  return new URL(`./compiled/${file}`, import.meta.url).href;
}

/** The value that both take: one of the kinds of values, named. */
export function named(kind: string, value: Json): { readonly [kind: string]: Json } {
  return { [kind]: value };
}
