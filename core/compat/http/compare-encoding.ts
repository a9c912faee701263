import type { Encoding, MediaType } from '../../contract/model.ts';
import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { SchemaArea } from '../rules/schema-rules.ts';
import { flatten } from '../schemas/flatten.ts';
import { type Exchange, report } from './exchange.ts';

interface Body {
  readonly area: SchemaArea;
  readonly thing: string;
}

/** Compares how the parts of a form are written; what is not said has the default of the specification. */
export function compareEncoding(old: MediaType, now: MediaType, { area, thing }: Body, exchange: Exchange): void {
  const { comparison } = exchange;
  // OpenAPI 3.1.1, 4.8.14.1: elsewhere it has no meaning.
  if (!/^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(old.name)) return;
  for (const property of new Set([...old.encoding.keys(), ...now.encoding.keys()])) {
    const [was, is] = [old.encoding.get(property), now.encoding.get(property)];
    const types = [
      typesOf(was, partOf(old, property, comparison.before.schemas), comparison.before.schemas),
      typesOf(is, partOf(now, property, comparison.after.schemas), comparison.after.schemas),
    ] as const;
    const place = `${thing} ${old.name} encoding ${property}`;
    const places = { before: was?.location ?? old.location, after: is?.location ?? now.location };
    const tell = (rule: string, what: string): void =>
      report(exchange, { rule, place, what: `${thing}: the part "${property}" ${what}`, ...places });
    const rule = area === 'response' ? 'response-encoding-changed' : 'request-encoding-changed';
    const [before, after] = types;
    if (!sameWriting(was, is)) tell(rule, 'is encoded in another way');
    else if (before === undefined || after === undefined || sameTypes(before, after)) continue;
    else if (area !== 'response' && before.every((type) => after.includes(type))) {
      tell('request-part-widened', `may be ${after.join(' or ')} now, before ${before.join(' or ')}`);
    } else tell(rule, `is ${after.join(' or ')} now, before ${before.join(' or ')}`);
  }
}

function sameWriting(was: Encoding | undefined, is: Encoding | undefined): boolean {
  const [a, b] = [was ?? unsaid, is ?? unsaid];
  return a.style === b.style && a.explode === b.explode && a.allowReserved === b.allowReserved;
}

/** OpenAPI 3.1.1, 4.8.15.1.2. */
const unsaid = { style: 'form', explode: true, allowReserved: false };

function partOf({ schema }: MediaType, property: string, schemas: ReadonlyMap<SchemaName, Schema>): Schema | undefined {
  if (schema === undefined) return undefined;
  return flatten(schema, schemas)
    .find(({ properties }) => properties?.has(property) === true)
    ?.properties?.get(property);
}

/** The media types that a part may have; undefined where neither the encoding nor the schema tells. */
function typesOf(
  encoding: Encoding | undefined,
  part: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
): readonly string[] | undefined {
  const listed = encoding?.contentType
    ?.split(',')
    .map((type) => type.trim().toLowerCase())
    .filter((type) => type !== '');
  if (listed !== undefined && listed.length > 0) return listed;
  return part === undefined ? undefined : usual(part, schemas);
}

/** OpenAPI 3.1.1, 4.8.15.1.1; a list is written item by item. */
function usual(part: Schema, schemas: ReadonlyMap<SchemaName, Schema>): readonly string[] | undefined {
  const parts = flatten(part, schemas);
  if (parts.some(({ binary }) => binary)) return ['application/octet-stream'];
  const types = parts.find((each) => each.types !== undefined)?.types?.filter((type) => type !== 'null');
  const [only, second] = types ?? [];
  if (only === undefined || second !== undefined) return undefined;
  if (only === 'object') return ['application/json'];
  if (only !== 'array') return ['text/plain'];
  const items = parts.find((each) => each.items !== undefined)?.items;
  // A list in a list has no form of its own.
  const isList = items !== undefined && flatten(items, schemas).some((each) => each.types?.includes('array') === true);
  return items === undefined || isList ? undefined : usual(items, schemas);
}

function sameTypes(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((type) => after.includes(type));
}
