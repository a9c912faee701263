import type { Contract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import { portablePattern } from '../../hono-server/portable-pattern.ts';
import { comment } from '../../typescript/comment.ts';
import { braces, indentRest } from '../../typescript/layout.ts';
import { literal } from '../../typescript/literal.ts';
import type { ValueTypes } from '../../typescript/types/value-types.ts';

/**
 * The named schemas that stand for ids: plain texts or whole numbers, either of the format `uuid` or with a name that ends
 * with "id". A pattern alone makes no id: languages, colours and slugs have one, too.
 */
export function brandedSchemas({ schemas }: Contract): ReadonlySet<SchemaName> {
  return new Set([...schemas].filter(([name, schema]) => isId(name, schema)).map(([name]) => name));
}

function isId(name: SchemaName, schema: Schema): boolean {
  const { types, enum: values, binary, ref, allOf, oneOf, anyOf, format } = schema;
  const [type] = types?.length === 1 ? types : [];
  if (type !== 'string' && type !== 'integer') return false;
  if (values !== undefined || binary || (ref ?? allOf ?? oneOf ?? anyOf) !== undefined) return false;
  // Something else that happens to have such a name.
  if (type === 'string' && format !== undefined && format !== 'uuid') return false;
  return format === 'uuid' || endings.some((ending) => ending.test(name));
}

const endings = [/(?:^|[^A-Za-z])(?:id|uuid|guid|ulid)$/i, /[\p{Ll}\d](?:Id|ID|Uuid|UUID|Guid|GUID|Ulid|ULID)$/u];

/** The function that makes an id of a text or number, having looked at it. */
export function printBrand(
  { schemas }: Contract,
  name: SchemaName,
  declared: string,
  { branded, of }: Pick<ValueTypes, 'branded' | 'of'>,
): string | undefined {
  const schema = schemas.get(name);
  if (schema === undefined || !branded.has(name)) return undefined;
  const type = schema.types?.includes('string') ? 'string' : (of(schema) ?? 'number');
  const what = type === 'string' ? 'text' : 'number';
  const about = comment(
    `Brands a ${what} as \`${declared}\`. Throws a TypeError for what the contract does not admit.`,
  );
  const start = `  return brandedId(${literal(declared)}, value, `;
  const rules = indentRest(braces(rulesOf(schema), 120 - start.length - 2), 2);
  return `${about}export function ${declared}(value: ${type}): ${declared} {\n${start}${rules});\n}\n`;
}

function rulesOf({ types, format, pattern, minLength, maxLength }: Schema): string[] {
  const rules = Object.entries({
    whole: types?.includes('integer') === true ? true : undefined,
    format: format === 'uuid' ? format : undefined,
    pattern: pattern === undefined ? undefined : portablePattern(pattern),
    ...{ minLength, maxLength },
  });
  return rules.flatMap(([rule, value]) => (value === undefined ? [] : [`${rule}: ${literal(value)}`]));
}
