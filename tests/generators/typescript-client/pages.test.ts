import { describe, expect, test } from 'vitest';
import type { OperationInput, PagedOperation } from '../../../generators/typescript-client/runtime/operation.ts';
import { paginate } from '../../../generators/typescript-client/runtime/pages.ts';
import type { PagesData } from '../../../generators/typescript-client/runtime/pages-data.ts';
import type { ReadResult } from '../../../generators/typescript-client/runtime/response.ts';
import { get, json, useServer } from './support/server.ts';

const http = useServer();

const paged = (pages: PagesData): PagedOperation => ({
  ...get,
  id: 'list',
  parameters: ['after', 'page', 'offset', 'state'].map((name) => ({ in: 'query', name })),
  responses: { 200: { 'application/json': 'json' }, 404: { 'application/json': 'json' } },
  pages,
});

const iterate = (pages: PagesData, input: OperationInput = {}) =>
  paginate<unknown, ReadResult>(http.transport(), paged(pages), input);

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const urls = () => http.seen.map(({ url }) => url);

describe('a cursor', () => {
  const cursor: PagesData = { items: ['data'], by: 'cursor', parameter: 'after', next: ['page', 'next'] };
  /** Three pages: a, b | c | none. */
  const serve = (last: unknown) => {
    http.answer = (response, { url }) => {
      const at = new URL(url, http.base).searchParams.get('after');
      if (at === null) json(response, 200, { data: ['a', 'b'], page: { next: 'x/1' } });
      else if (at === 'x/1') json(response, 200, { data: ['c'], page: { next: 'y' } });
      else json(response, 200, { data: [], ...(last === undefined ? {} : { page: { next: last } }) });
    };
  };

  test.each([[null], [''], [undefined]])('leads through all pages; %o ends them', async (last) => {
    serve(last);
    expect(await all(iterate(cursor, { query: { state: 'new' } }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual(['/things?state=new', '/things?after=x%2F1&state=new', '/things?after=y&state=new']);
  });

  test('starts where the caller says, and anew for each loop', async () => {
    serve(null);
    const items = iterate(cursor, { query: { after: 'x/1' } });
    expect([await all(items), await all(items)]).toEqual([['c'], ['c']]);
  });

  test('is followed only as far as somebody reads', async () => {
    serve(null);
    for await (const item of iterate(cursor)) if (item === 'b') break;
    expect(urls()).toEqual(['/things']);
  });

  test('gives pages with status and headers, too', async () => {
    serve(null);
    const pages = await all(iterate(cursor).pages());
    expect(pages.map(({ status, body }) => [status, body])).toEqual([
      [200, { data: ['a', 'b'], page: { next: 'x/1' } }],
      [200, { data: ['c'], page: { next: 'y' } }],
      [200, { data: [], page: { next: null } }],
    ]);
  });

  test('that the server gives again is an error instead of an endless list', async () => {
    for (const circle of [['a'], ['a', 'b'], ['a', 'b', 'c', 'd', 'e']]) {
      http.seen.length = 0;
      http.answer = (response, _seen, count) =>
        json(response, 200, { data: [], page: { next: circle[(count - 1) % circle.length] } });
      await expect(all(iterate(cursor))).rejects.toMatchObject({
        name: 'PaginationError',
        operation: 'list',
        message: expect.stringMatching(/^list: The server leads to the page at "[a-e]" again/),
      });
      expect(http.seen.length).toBeLessThanOrEqual(4 * circle.length);
    }
  });

  test('that is no cursor is an error', async () => {
    http.answer = (response) => json(response, 200, { data: [], page: { next: {} } });
    await expect(all(iterate(cursor))).rejects.toThrow(
      'list: What leads to the next page is neither a text nor a number.',
    );
  });

  test('does not count where the server says that this was all', async () => {
    serve('z');
    http.answer = (response) => json(response, 200, { data: ['a'], more: false, page: { next: 'z' } });
    expect(await all(iterate({ ...cursor, more: ['more'] }))).toEqual(['a']);
  });

  test('leads to a failure that is thrown with its response', async () => {
    http.answer = (response, _seen, count) =>
      count === 1
        ? json(response, 200, { data: ['a'], page: { next: 'x' } })
        : json(response, 404, { title: 'Gone', detail: 'The cursor is too old.' });
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const item of iterate(cursor)) seen.push(item);
    })();
    await expect(reading).rejects.toMatchObject({
      name: 'ResponseError',
      status: 404,
      message: 'The server answered with status 404: Gone – The cursor is too old.',
      result: { body: { title: 'Gone' } },
    });
    expect(seen).toEqual(['a']);
  });
});

describe('a link', () => {
  const link: PagesData = { items: [], by: 'link' };

  test('in the header is followed, with the headers of the call', async () => {
    http.answer = (response, _seen, count) => {
      const next = count === 1 ? `<${http.base}/moved/things?page=2&q=a%20b>` : '</things?page=3>';
      const rel = count === 1 ? 'rel="last", <x>; rel="prefetch next"; title="a, b"' : 'rel=next';
      if (count < 3)
        response.setHeader(
          'link',
          `</first>; rel="first", ${count === 1 ? `</l>; ${rel.split(', ')[0]}, ${next}; rel="next"` : `${next}; ${rel}`}`,
        );
      json(response, 200, [count]);
    };
    const items = paginate<unknown, ReadResult>(http.transport(), paged(link), {}, { headers: { 'x-a': 'b' } });
    expect(await all(items)).toEqual([1, 2, 3]);
    expect(urls()).toEqual(['/things', '/moved/things?page=2&q=a%20b', '/things?page=3']);
    expect(http.seen.map(({ headers }) => headers['x-a'])).toEqual(['b', 'b', 'b']);
  });

  test('in the body is followed', async () => {
    http.answer = (response, _seen, count) =>
      json(response, 200, { results: [count], next: count === 1 ? '?page=2' : null });
    expect(await all(iterate({ items: ['results'], by: 'link', next: ['next'] }))).toEqual([1, 2]);
    expect(urls()).toEqual(['/things', '/things?page=2']);
  });

  test('that leads elsewhere is not followed: it would take the credentials along', async () => {
    http.answer = (response) => {
      response.setHeader('link', '<https://evil.example/things>; rel="next"');
      json(response, 200, [1]);
    };
    await expect(all(iterate(link))).rejects.toThrow(
      `list: The next page is said to be at https://evil.example/things, which is not at ${http.base}. It is not followed.`,
    );
  });
});

describe('a number', () => {
  const serve = (parameter: string, pageOf: (at: number) => unknown[]) => {
    http.answer = (response, { url }) => {
      const at = new URL(url, http.base).searchParams.get(parameter);
      json(response, 200, { rows: pageOf(Number(at ?? -1)) });
    };
  };

  test('counts pages until one is empty', async () => {
    serve('page', (at) => (at === -1 || at === 1 ? ['a', 'b'] : at === 2 ? ['c'] : []));
    expect(await all(iterate({ items: ['rows'], by: 'page', parameter: 'page', start: 1 }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual(['/things', '/things?page=2', '/things?page=3']);
  });

  test('counts items until there are no more', async () => {
    serve('offset', (at) => (at === 10 ? ['a', 'b'] : at === 12 ? ['c'] : []));
    const pages: PagesData = { items: ['rows'], by: 'offset', parameter: 'offset', start: 0 };
    expect(await all(iterate(pages, { query: { offset: 10 } }))).toEqual(['a', 'b', 'c']);
    expect(urls()).toEqual(['/things?offset=10', '/things?offset=12', '/things?offset=13']);
  });
});
