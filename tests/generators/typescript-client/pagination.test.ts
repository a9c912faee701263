import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { pagesOf } from '../../../generators/typescript-client/pagination/pages.ts';
import type { PagesData } from '../../../generators/typescript-client/runtime/pages-data.ts';
import { contractFrom } from '../support/contract.ts';

interface Described {
  readonly method?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly body: unknown;
  readonly headers?: readonly string[];
  readonly more?: object;
  readonly content?: object;
  readonly responses?: object;
}

/** How an operation of OpenAPI 3.1 pages, and what is said about it. */
function pagesIn({
  method = 'get',
  query = {},
  required = [],
  body,
  headers = [],
  more,
  content,
  responses,
}: Described) {
  const parameters = Object.entries(query).map(([name, type]) => ({
    ...{ name, in: 'query', required: required.includes(name) },
    schema: typeof type === 'string' ? { type } : type,
  }));
  const answer = {
    description: 'One page.',
    headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
    content: { 'application/json': { schema: body }, ...content },
  };
  const operation = { operationId: 'list', parameters, responses: { 200: answer, ...responses }, ...more };
  const document = {
    openapi: '3.1.1',
    info: { title: 't', version: '1.0.0' },
    paths: { '/things': { [method]: operation } },
    components: {
      schemas: { Cursor: text, Things: { type: 'array', items: thing }, Page: page('items', 'nextCursor') },
    },
  };
  const contract = contractFrom(JSON.stringify(document));
  if (contract.kind !== 'http' || contract.operations[0] === undefined) throw new Error('No operation was read.');
  const diagnostics: Diagnostic[] = [];
  const pages = pagesOf(contract.operations[0], contract.schemas, (found) => diagnostics.push(found));
  return { data: pages?.data, item: pages?.item?.types, said: diagnostics.map(({ message }) => message) };
}

const text = { type: 'string' };
const thing = { type: 'object', properties: { id: text } };
const list = { type: 'array', items: thing };
const object = (properties: object) => ({ type: 'object', properties });
const page = (items: string, next: string, type: unknown = text) => object({ [items]: list, [next]: type });
const url = { type: ['string', 'null'], format: 'uri' };

const cursor = (parameter: string, ...next: string[]): PagesData => ({
  items: ['items'],
  by: 'cursor',
  parameter,
  next,
});

describe('an operation pages', () => {
  test.each<[claim: string, described: Described, data: PagesData]>([
    [
      'by a cursor beside the items',
      { query: { cursor: 'string' }, body: page('items', 'nextCursor') },
      cursor('cursor', 'nextCursor'),
    ],
    [
      'by names of two words',
      { query: { page_token: 'string' }, body: page('items', 'next_page_token') },
      cursor('page_token', 'next_page_token'),
    ],
    [
      'by names of AWS',
      { query: { NextToken: 'string' }, body: page('items', 'NextToken') },
      cursor('NextToken', 'NextToken'),
    ],
    [
      'by a cursor that may be null',
      { query: { after: 'string' }, body: page('items', 'next_cursor', { anyOf: [text, { type: 'null' }] }) },
      cursor('after', 'next_cursor'),
    ],
    [
      'by a number that the answer names',
      { query: { page: 'integer' }, body: page('items', 'nextPage', { type: ['integer', 'null'] }) },
      cursor('page', 'nextPage'),
    ],
    [
      'behind references',
      {
        query: { cursor: { $ref: '#/components/schemas/Cursor' } },
        body: { allOf: [{ $ref: '#/components/schemas/Page' }, object({ total: { type: 'integer' } })] },
      },
      cursor('cursor', 'nextCursor'),
    ],
    [
      'by a cursor deeper in the answer that says whether it leads on',
      {
        query: { cursor: 'string' },
        body: object({ items: list, meta: object({ next_cursor: text, has_more: { type: 'boolean' } }) }),
      },
      { ...cursor('cursor', 'meta', 'next_cursor'), more: ['meta', 'has_more'] },
    ],
    [
      'of the usual list among several',
      {
        query: { cursor: 'string' },
        body: object({ errors: { type: 'array', items: text }, items: list, nextCursor: text }),
      },
      cursor('cursor', 'nextCursor'),
    ],
    [
      'by the URL of the next page',
      { query: { page: 'integer' }, body: page('results', 'next', url) },
      { items: ['results'], by: 'link', next: ['next'] },
    ],
    [
      'by a URL among links',
      { body: object({ data: list, links: object({ self: url, next: url }) }) },
      { items: ['data'], by: 'link', next: ['links', 'next'] },
    ],
    ['by the header Link', { body: list, headers: ['link'] }, { items: [], by: 'link' }],
    [
      'by the header Link over an object',
      { body: object({ total: { type: 'integer' }, runs: list }), headers: ['Link'] },
      { items: ['runs'], by: 'link' },
    ],
    [
      'by the header Link over a named list',
      { body: { $ref: '#/components/schemas/Things' }, headers: ['Link'] },
      { items: [], by: 'link' },
    ],
    [
      'as it says itself',
      {
        query: { p: 'integer' },
        body: object({ rows: list }),
        more: { 'x-pagination': { page: 'p', items: '/rows' } },
      },
      { items: ['rows'], by: 'page', parameter: 'p', start: 1 },
    ],
    [
      'as it says itself, POST or not',
      {
        method: 'post',
        query: { skip: 'integer' },
        body: list,
        more: { 'x-pagination': { offset: 'skip', start: 10 } },
      },
      { items: [], by: 'offset', parameter: 'skip', start: 10 },
    ],
    [
      'at a place with odd names',
      {
        query: { c: 'string' },
        body: object({ 'a/b': object({ '~': list }), n: text, m: { type: 'boolean' } }),
        more: { 'x-pagination': { cursor: 'c', next: '/n', items: '/a~1b/~0', more: '/m' } },
      },
      { items: ['a/b', '~'], more: ['m'], by: 'cursor', parameter: 'c', next: ['n'] },
    ],
    [
      'by a link, as it says itself',
      { body: page('rows', 'following'), more: { 'x-pagination': { link: '/following', items: '/rows' } } },
      { items: ['rows'], by: 'link', next: ['following'] },
    ],
    [
      'as documents of Azure say it',
      { body: page('value', 'nextLink'), more: { 'x-ms-pageable': { nextLinkName: 'nextLink' } } },
      { items: ['value'], by: 'link', next: ['nextLink'] },
    ],
  ])('%s', (_claim, described, data) => {
    expect(pagesIn(described)).toEqual({ data, item: ['object'], said: [] });
  });
});

describe('an operation does not page', () => {
  const body = page('items', 'nextCursor');
  const query = { cursor: 'string' };
  test.each<[reason: string, described: Described]>([
    ['without a parameter for the cursor', { body }],
    ['without a next cursor in the answer', { query, body: object({ items: list }) }],
    ['when the answer repeats the cursor that it got', { query, body: page('items', 'cursor') }],
    ['when the cursor has to be given', { query, required: ['cursor'], body }],
    ['when parameter and answer differ in type', { query: { cursor: 'integer' }, body }],
    [
      'when two parameters fit',
      {
        query: { cursor: 'string', page_cursor: 'string' },
        body: object({ items: list, nextCursor: text, nextPageCursor: text }),
      },
    ],
    [
      'when two places of the answer fit',
      { query, body: object({ items: list, nextCursor: text, page: object({ nextCursor: text }) }) },
    ],
    ['without a list', { query, body: object({ nextCursor: text }) }],
    ['when nobody knows which list', { query, body: object({ a: list, b: list, nextCursor: text }) }],
    ['when its parameter is no cursor', { query: { date: 'string' }, body: page('items', 'next_date') }],
    [
      'when the numbers of pages have to be guessed',
      { query: { page: 'integer', limit: 'integer' }, body: object({ items: list, total: { type: 'integer' } }) },
    ],
    ['when what is next may be anything', { query: { page: 'string' }, body: page('items', 'next') }],
    ['when it is no GET', { method: 'post', query, body }],
    [
      'when its successes differ',
      { query, body, responses: { 206: { description: 'Some.', content: { 'application/json': { schema: list } } } } },
    ],
    ['when the answer may be something else than JSON', { query, body, content: { 'text/csv': { schema: text } } }],
    ['when it says so', { query, body, more: { 'x-pagination': false } }],
    [
      'when a document of Azure says that there is one page only',
      { body: page('value', 'x'), more: { 'x-ms-pageable': { nextLinkName: null } } },
    ],
  ])('%s', (_reason, described) => {
    expect(pagesIn(described)).toEqual({ data: undefined, item: undefined, said: [] });
  });

  test.each<[told: unknown, fault: string]>([
    [1, 'it is neither an object nor false'],
    [{}, 'it needs one of "cursor", "page", "offset" and "link"'],
    [{ page: 'cursor', offset: 'cursor' }, 'it needs one of "cursor", "page", "offset" and "link"'],
    [{ page: 'cursor', items: 'items' }, '"items" is no JSON pointer'],
    [{ cursor: 'cursor', items: '/items' }, '"next" is no JSON pointer'],
    [{ link: 'next', items: '/items' }, '"link" is neither a JSON pointer nor "header"'],
    [{ page: 'page', items: '/items' }, 'the operation has no query parameter "page"'],
    [{ page: 'cursor', items: '/things' }, 'the answer has no list at "/things"'],
    [{ cursor: 'cursor', items: '/items', next: '/a/b' }, 'the answer has nothing at "/a/b"'],
    [{ cursor: 'cursor', items: '/items', next: '/items' }, 'what the answer has at "/items" is no cursor'],
  ])('when what it says does not fit: %j', (told, fault) => {
    expect(pagesIn({ query, body, more: { 'x-pagination': told } })).toEqual({
      data: undefined,
      item: undefined,
      said: [`The client has no iterator for get /things, because its x-pagination does not fit: ${fault}.`],
    });
  });
});
