import type { HttpOperation, Response } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../../unsupported.ts';
import { kindOf } from '../content-kind.ts';
import { declaredResponses } from '../result-type.ts';
import type { PagesData } from '../runtime/pages-data.ts';
import { itemsOf, schemaAt, typeOfValue } from './body-shape.ts';
import { detectPages } from './detect.ts';
import { toldPages } from './extension.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

export interface Pages {
  readonly data: PagesData;
  /** What the list of a page holds; undefined where nothing is said of it. */
  readonly item: Schema | undefined;
}

/** How an operation pages: as it says itself, else as its contract shows; undefined for all that does not page. */
export function pagesOf(
  operation: HttpOperation,
  schemas: Schemas,
  report: (diagnostic: Diagnostic) => void,
): Pages | undefined {
  const told = toldPages(operation);
  const success = onlySuccess(operation, schemas);
  if (told === 'none' || (told === undefined && success === undefined)) return undefined;
  if (typeof told === 'object' && success !== undefined) {
    const fault = faultIn(told, operation, success.body, schemas);
    if (fault === undefined) return withItem(told, success.body, schemas);
    if (operation.extensions.has('x-pagination')) report(misfit(operation, fault));
    return undefined;
  }
  if (told !== undefined) {
    const fault = typeof told === 'string' ? told : 'the operation has no single JSON answer for its successes';
    if (operation.extensions.has('x-pagination')) report(misfit(operation, fault));
    return undefined;
  }
  if (success === undefined) return undefined;
  const found = detectPages(operation, success.response, success.body, schemas);
  return found === undefined ? undefined : withItem(found, success.body, schemas);
}

/** The answer that all successes have; none where there are several, which may be built in other ways. */
function onlySuccess(
  operation: HttpOperation,
  schemas: Schemas,
): { readonly response: Response; readonly body: Schema } | undefined {
  const successes = declaredResponses(operation).filter(({ status }) => status.startsWith('2'));
  const [response] = successes;
  const [media] = response?.content ?? [];
  if (response === undefined || media?.schema === undefined) return undefined;
  if (successes.length > 1 || response.content.length > 1 || kindOf(media, schemas) !== 'json') return undefined;
  return { response, body: media.schema };
}

function faultIn(data: PagesData, { parameters }: HttpOperation, body: Schema, schemas: Schemas): string | undefined {
  const list = schemaAt(body, data.items, schemas);
  if (list === undefined || itemsOf(list, schemas) === undefined)
    return `the answer has no list at "${shown(data.items)}"`;
  if (data.by !== 'link') {
    const parameter = parameters.find(({ in: place, name }) => place === 'query' && name === data.parameter);
    if (parameter === undefined) return `the operation has no query parameter "${data.parameter}"`;
  }
  const next = data.by === 'page' || data.by === 'offset' ? undefined : data.next;
  const position = next === undefined ? undefined : schemaAt(body, next, schemas);
  if (next !== undefined && position === undefined) return `the answer has nothing at "${shown(next)}"`;
  const type = position === undefined ? 'string' : typeOfValue(position, schemas);
  return type === 'object' || type === 'array'
    ? `what the answer has at "${shown(next ?? [])}" is no cursor`
    : undefined;
}

function shown(path: readonly string[]): string {
  return path.map((name) => `/${name}`).join('');
}

function withItem(data: PagesData, body: Schema, schemas: Schemas): Pages {
  const list = schemaAt(body, data.items, schemas);
  return { data, item: list === undefined ? undefined : itemsOf(list, schemas)?.schema };
}

function misfit({ method, path, location }: HttpOperation, fault: string): Diagnostic {
  const message = `The client has no iterator for ${method} ${path}, because its x-pagination does not fit: ${fault}.`;
  return unsupported('pagination', location, message);
}
