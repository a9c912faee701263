import type { Discriminator, Schema, SchemaName } from '../../core/contract/schema.ts';
import type { JsonObject } from '../../core/source/json.ts';
import type { Preparing } from './preparing.ts';
import { isSafe } from './safe-text.ts';
import { printSchema } from './schema.ts';

/** `oneOf` and `anyOf`, each variant with a name, and with the value that its discriminator has on the wire. */
export function alternativesOf(schema: Schema, hint: string, preparing: Preparing): JsonObject[] {
  const found: JsonObject[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const variants = schema[keyword]?.filter(({ always }) => always !== false);
    if (variants === undefined || variants.length === 0) continue;
    const printed = variants.map((variant, i) =>
      printVariant(variant, schema.discriminator, `${hint} variant ${i + 1}`, preparing),
    );
    found.push(printed.length === 1 ? (printed[0] ?? {}) : { [keyword]: printed });
  }
  return found;
}

function printVariant(
  variant: Schema,
  discriminator: Discriminator | undefined,
  hint: string,
  preparing: Preparing,
): JsonObject {
  const printed = printSchema(variant, hint, preparing);
  const named = 'properties' in printed ? preparing.hoist(hint, printed) : printed;
  const values = discriminator === undefined || variant.ref === undefined ? [] : valuesOf(variant.ref, discriminator);
  if (discriminator === undefined || values.length === 0) return named;
  const { propertyName } = discriminator;
  if (![propertyName, ...values].every(isSafe)) return named;
  const kind = { type: 'object', required: [propertyName], properties: { [propertyName]: kindOf(values) } };
  return { allOf: [named, kind] };
}

function kindOf(values: readonly string[]): JsonObject {
  return { type: 'string', enum: values };
}

/** OpenAPI 3.1.1, 4.8.25: the values mapped to a schema; without any, its own name. */
function valuesOf(name: SchemaName, { mapping }: Discriminator): readonly string[] {
  const mapped = [...mapping].filter(([, target]) => target === name).map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}
