import type { HttpOperation, Response } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { BodyPath, PagesData } from '../runtime/pages-data.ts';
import { formatOf, itemsOf, propertiesOf, typeOfValue } from './body-shape.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * How an operation pages by what its contract describes, when that leaves no doubt: a cursor parameter with its
 * counterpart in the answer, the URL of the next page in the answer, or a list with the header `Link`. Only GET, which
 * may be repeated without harm.
 */
export function detectPages(
  { method, parameters }: HttpOperation,
  { headers }: Response,
  body: Schema,
  schemas: Schemas,
): PagesData | undefined {
  if (method !== 'get') return undefined;
  const items = itemsOf(body, schemas) === undefined ? listIn(body, schemas) : [];
  if (items === undefined) return undefined;
  const cursors = parameters
    .filter((one) => one.in === 'query' && !one.required && one.schema !== undefined)
    .flatMap(({ name, schema }) => cursorsFor(name, schema, body, schemas));
  const [cursor, ...others] = cursors;
  if (cursor !== undefined) {
    if (others.length > 0) return undefined;
    const more = hasMore(body, cursor.next.slice(0, -1), schemas);
    return { items, by: 'cursor', ...cursor, ...(more === undefined ? {} : { more }) };
  }
  const links = leaves(body, schemas).filter(({ path, schema }) => isNextLink(path, schema, schemas));
  if (links[0] !== undefined) return links.length === 1 ? { items, by: 'link', next: links[0].path } : undefined;
  // A page without a link of the relation "next" is the last one, so a header that is used otherwise does no harm.
  return headers.some(({ name }) => name.toLowerCase() === 'link') ? { items, by: 'link' } : undefined;
}

const usualLists = new Set(['items', 'data', 'results', 'value', 'values', 'records', 'entries']);

/** The only list at the root of the body, or the only one with a usual name. */
function listIn(body: Schema, schemas: Schemas): BodyPath | undefined {
  const lists = [...propertiesOf(body, schemas)].filter(([, schema]) => itemsOf(schema, schemas) !== undefined);
  const usual = lists.filter(([name]) => usualLists.has(name));
  const [only, ...others] = lists.length === 1 ? lists : usual;
  return only === undefined || others.length > 0 ? undefined : [only[0]];
}

function cursorsFor(
  parameter: string,
  schema: Schema | undefined,
  body: Schema,
  schemas: Schemas,
): { readonly parameter: string; readonly next: BodyPath }[] {
  const type = schema === undefined ? undefined : typeOfValue(schema, schemas);
  if (type !== 'string' && type !== 'integer') return [];
  const wanted = answersTo(plain(parameter), type);
  return leaves(body, schemas)
    .filter(({ path, schema: found }) => wanted.has(plain(path.at(-1) ?? '')) && typeOfValue(found, schemas) === type)
    .filter(({ schema: found }) => !isUrl(found, schemas))
    .map(({ path }) => ({ parameter, next: path }));
}

/** The names under which an answer holds what the parameter takes next. A plain `page` of text may be anything. */
function answersTo(parameter: string, type: 'string' | 'integer'): ReadonlySet<string> {
  if (/^(next|continuation)/.test(parameter) && /(cursor|token|marker)$/.test(parameter)) {
    return new Set([parameter, `next${parameter}`]);
  }
  if (/(cursor|token|marker|bookmark)$/.test(parameter)) {
    const extra = /^(start|page)?cursor$/.test(parameter) ? ['nextcursor', 'nextpagecursor'] : [];
    return new Set([`next${parameter}`, ...extra]);
  }
  if (/^(starting)?after$/.test(parameter)) return new Set(['nextcursor', 'endcursor', 'nextafter']);
  return type === 'integer' && /^(page|offset)$/.test(parameter) ? new Set([`next${parameter}`]) : new Set();
}

/** The values at the root of the body and one object deeper. */
function leaves(body: Schema, schemas: Schemas): { readonly path: BodyPath; readonly schema: Schema }[] {
  return [...propertiesOf(body, schemas)].flatMap(([name, schema]) => {
    if (typeOfValue(schema, schemas) !== 'object') return [{ path: [name], schema }];
    const inner = [...propertiesOf(schema, schemas)].map(([key, value]) => ({ path: [name, key], schema: value }));
    return inner.filter((leaf) => typeOfValue(leaf.schema, schemas) !== 'object');
  });
}

function hasMore(body: Schema, beside: BodyPath, schemas: Schemas): BodyPath | undefined {
  return leaves(body, schemas).find(
    ({ path, schema }) =>
      path.slice(0, -1).join('\n') === beside.join('\n') &&
      /^has(more|next|nextpage|morepages)$/.test(plain(path.at(-1) ?? '')) &&
      typeOfValue(schema, schemas) === 'boolean',
  )?.path;
}

function isNextLink(path: BodyPath, schema: Schema, schemas: Schemas): boolean {
  const around = path.length === 1 || /^_?(links?|paging|pagination|meta|page)$/.test(plain(path[0] ?? ''));
  const name = plain(path.at(-1) ?? '');
  return around && /^next(link|url|page|pagelink|pageurl)?$|^odatanextlink$/.test(name) && isUrl(schema, schemas);
}

function isUrl(schema: Schema, schemas: Schemas): boolean {
  if (typeOfValue(schema, schemas) !== 'string') return false;
  return /^(uri|url|iri)(-reference)?$/.test(formatOf(schema, schemas) ?? '');
}

/** `next_page_token`, `next-page-token` and `nextPageToken` are one name. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
