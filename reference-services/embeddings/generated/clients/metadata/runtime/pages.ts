// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { StreamOptions } from './config.ts';
import { CallError, ResponseError } from './errors.ts';
import type { OperationInput, PagedOperation } from './operation.ts';
import type { BodyPath, PagesData } from './pages-data.ts';
import type { Transport } from './transport.ts';

/** All items of an operation that pages; each page is asked for when its turn comes. */
export interface Paginated<Item, Page> extends AsyncIterable<Item> {
  /** Page by page, with status and headers. */
  readonly pages: () => AsyncIterable<Page>;
}

/** The server leads to no further page although it says that there is one. */
export class PaginationError extends CallError {
  override readonly name = 'PaginationError';
}

/** Iterates from where the input stands. A response that is no success is thrown as a `ResponseError`. */
export function paginate<Item, Page>(
  transport: Transport,
  operation: PagedOperation,
  input: OperationInput,
  options?: StreamOptions,
): Paginated<Item, Page> {
  const pages = () => pagesOf(transport, operation, input, options);
  return {
    // The generated types describe what stands at the places that the contract names.
    pages: pages as () => AsyncIterable<Page>,
    async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
      for await (const { body } of pages()) yield* itemsOf(operation.pages, body) as readonly Item[];
    },
  };
}

interface PageResult {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

async function* pagesOf(
  transport: Transport,
  operation: PagedOperation,
  input: OperationInput,
  options?: StreamOptions,
): AsyncGenerator<PageResult> {
  const repeats = new RepeatDetector();
  for (let asked: OperationInput | undefined = input; asked !== undefined; ) {
    const page: PageResult = await transport.send<PageResult>(operation, asked, options);
    if (page.status < 200 || page.status > 299) throw new ResponseError(page.status, page);
    yield page;
    const position = nextPosition(operation, asked, page);
    if (position !== undefined && repeats.sees(position)) {
      const message = `The server leads to the page at ${JSON.stringify(position)} again, so the list would never end.`;
      throw new PaginationError(operation.id, message);
    }
    asked = position === undefined ? undefined : inputAt(operation.pages, input, position);
  }
}

function inputAt(pages: PagesData, input: OperationInput, position: string | number): OperationInput {
  if (pages.by === 'link') return { ...input, link: String(position) };
  return { ...input, query: { ...input.query, [pages.parameter]: position } };
}

/** Where the next page begins: a cursor, a number or a URL; undefined when this was the last one. */
function nextPosition(
  { id, pages }: PagedOperation,
  asked: OperationInput,
  { body, headers }: PageResult,
): string | number | undefined {
  if (pages.more !== undefined && valueAt(body, pages.more) === false) return undefined;
  if (pages.by === 'page' || pages.by === 'offset') {
    const { length } = itemsOf(pages, body);
    if (length === 0) return undefined;
    return numberIn(asked, pages) + (pages.by === 'page' ? 1 : length);
  }
  const next =
    pages.by === 'link' && pages.next === undefined ? nextLink(headers.get('link')) : valueAt(body, pages.next ?? []);
  if (next === undefined || next === null || next === '') return undefined;
  if (typeof next === 'string' || typeof next === 'number') return next;
  throw new PaginationError(id, 'What leads to the next page is neither a text nor a number.');
}

function numberIn(
  { query }: OperationInput,
  { parameter, start }: PagesData & { readonly by: 'page' | 'offset' },
): number {
  const given = query === undefined ? undefined : valueAt(query, [parameter]);
  return typeof given === 'number' ? given : start;
}

function itemsOf({ items }: PagesData, body: unknown): readonly unknown[] {
  const list = valueAt(body, items);
  return Array.isArray(list) ? list : [];
}

function valueAt(body: unknown, path: BodyPath): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name] // Any object can be read by its own keys.
        : undefined,
    body,
  );
}

/** The target of the first link of the relation "next" (RFC 8288). */
function nextLink(header: string | null): string | undefined {
  for (const [, target, parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>((?:\s*;[^<>",]*(?:"[^"]*")?)*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(parameters);
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes('next')) return target;
  }
  return undefined;
}

/** Notices any circle of positions after at most twice its length, holding two of them only (Brent's algorithm). */
class RepeatDetector {
  #last: string | number | undefined;
  #mark: string | number | undefined;
  #steps = 0;
  #until = 1;

  sees(position: string | number): boolean {
    if (position === this.#last || position === this.#mark) return true;
    this.#last = position;
    if (++this.#steps < this.#until) return false;
    this.#mark = position;
    this.#steps = 0;
    this.#until *= 2;
    return false;
  }
}
