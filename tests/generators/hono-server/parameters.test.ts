import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorised, generatePetstore, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

async function read(path: string, headers: Record<string, string> = {}): Promise<unknown> {
  const { app, last } = petstore.start();
  const response = await app.request(path, { headers: { ...authorised, ...headers } });
  if (response.status === 200) return last();
  const { status, errors } = await response.json();
  return { status, errors };
}

describe('query parameters become the values that their schemas describe', () => {
  const cases: ReadonlyArray<readonly [name: string, query: string, expected: Record<string, unknown>]> = [
    ['an integer', '?limit=5', { limit: 5 }],
    ['a default stands in', '', {}],
    ['a repeated array', '?tags=a&tags=b', { tags: ['a', 'b'] }],
    ['an array of one', '?tags=a', { tags: ['a'] }],
    ['an array given once and empty, whose items may not be empty', '?tags=', { tags: [] }],
    ['an array of one empty text', '?colours=', { colours: [''] }],
    ['percent-encoded text', '?tags=%C4%91%C3%AA%20m&tags=a+b', { tags: ['đê m', 'a b'] }],
    ['a comma in an exploded array is text', '?tags=a,b', { tags: ['a,b'] }],
    ['comma-separated integers', '?ids=1,2,3', { ids: [1, 2, 3] }],
    ['encoded commas, where only they can be delimiters', '?ids=1%2C2', { ids: [1, 2] }],
    ['space-delimited numbers', '?sizes=1.5%202', { sizes: [1.5, 2] }],
    ['space-delimited by plus signs', '?sizes=1+2', { sizes: [1, 2] }],
    ['pipe-delimited text', '?colours=red|green%7Cblue', { colours: ['red', 'green', 'blue'] }],
    ['a deep object', '?filter[kind]=cat&filter[age]=3', { filter: { kind: 'cat', age: 3 } }],
    ['a deep object with encoded brackets', '?filter%5Bkind%5D=dog', { filter: { kind: 'dog' } }],
    ['a deeper object', '?filter[near][km]=2.5', { filter: { near: { km: 2.5 } } }],
    ['an exploded object among other names', '?from=1&size=20', { page: { from: 1, size: 20 } }],
    ['a JSON document', `?where=${encodeURIComponent('{"name":"Milo"}')}`, { where: { name: 'Milo' } }],
    ['booleans', '?tame=true', { tame: true }],
    ['an integer that may be null', '?owner=7', { owner: 7 }],
    ['null spelt out', '?owner=null', { owner: null }],
    ['null as nothing', '?owner=', { owner: null }],
    ['one of two types: the first that fits', '?key=12', { key: 12 }],
    ['one of two types: the other', '?key=abc', { key: 'abc' }],
    ['unknown names are ignored', '?unknown=1', {}],
    ['names of members of every object', '?constructor=1&__proto__=2&toString=3', {}],
  ];
  it.each(cases)('%s: %s', async (_, query, expected) => {
    expect(await read(`/pets${query}`)).toMatchObject({ query: { limit: 20, ...expected } });
    expect(Object.keys(((await read(`/pets${query}`)) as { query: object }).query).sort()).toEqual(
      Object.keys({ limit: 20, ...expected }).sort(),
    );
  });
});

describe('a parameter that breaks its schema is a 400 that names it', () => {
  const cases: ReadonlyArray<readonly [query: string, parameter: string, detail: RegExp]> = [
    ['?limit=five', 'limit', /^must be an integer$/],
    ['?limit=5.5', 'limit', /^must be an integer$/],
    ['?limit=', 'limit', /^must be an integer$/],
    ['?limit=0x10', 'limit', /^must be an integer$/],
    ['?limit=101', 'limit', /^must be at most 100$/],
    ['?limit=9007199254740993', 'limit', /^must be an integer$/],
    ['?limit=1&limit=2', 'limit', /^must be an integer$/],
    ['?ids=1&ids=2', 'ids', /given more than once/],
    ['?ids=1,x', 'ids', /^\/1 must be an integer$/],
    ['?tame=yes', 'tame', /^must be true or false$/],
    ['?filter[kind]=bird', 'filter', /^\/kind must be one of "cat", "dog"$/],
    ['?filter[unknown]=1', 'filter', /^\/unknown is not allowed$/],
    ['?filter[kind=cat', 'filter', /unreadable part/],
    ['?filter[near]=1&filter[near][km]=2', 'filter', /both a value and members/],
    ['?where=%7B', 'where', /is not legal JSON/],
    ['?where=%7B%7D', 'where', /^\/name is missing$/],
    ['?key=A-B', 'key', /^must fit one of the allowed forms$/],
    ['?limit=%zz', 'limit', /percent-encoding/],
    ['?limit=%ff', 'limit', /percent-encoding/],
  ];
  it.each(cases)('%s', async (query, parameter, detail) => {
    expect(await read(`/pets${query}`)).toEqual({
      status: 400,
      errors: [{ parameter, in: 'query', detail: expect.stringMatching(detail) }],
    });
  });

  it('lists every fault at once', async () => {
    expect(await read('/pets?limit=x&tame=y', { cookie: 'session=z' })).toMatchObject({
      status: 400,
      errors: [{ parameter: 'limit' }, { parameter: 'tame' }, { parameter: 'session', in: 'cookie' }],
    });
  });
});

describe('a whole query string as one value', () => {
  const search = async (path: string) => {
    const { app, last } = petstore.start();
    const response = await app.request(path);
    return response.status === 204 ? last()?.querystring : (await response.json()).errors;
  };

  it('is read as a form', async () => {
    expect(await search('/search?name=Milo+M&ages=1&ages=2')).toEqual({ name: 'Milo M', ages: [1, 2] });
  });

  it('is read as JSON', async () => {
    expect(await search(`/search/json?${encodeURIComponent('{"age":3}')}`)).toEqual({ age: 3 });
    expect(await search('/search/json')).toBeUndefined();
  });

  it.each([
    ['/search', /^is required$/],
    ['/search?ages=1', /^\/name is missing$/],
    ['/search?name=Milo&ages=x', /^\/ages\/0 must be an integer$/],
    ['/search/json?%7B', /is not legal JSON/],
    ['/search/json?%zz', /percent-encoding/],
  ])('is refused where it breaks its schema: %s', async (path, detail) => {
    expect(await search(path)).toEqual([
      { parameter: 'query', in: 'querystring', detail: expect.stringMatching(detail) },
    ]);
  });
});

describe('path parameters', () => {
  it('are converted', async () => {
    expect(await read('/pets/17')).toMatchObject({ path: { petId: 17 } });
  });

  it('break their schema with a 400, not a 404', async () => {
    expect(await read('/pets/0')).toMatchObject({ status: 400, errors: [{ parameter: 'petId', in: 'path' }] });
    expect(await read('/pets/abc')).toMatchObject({ status: 400, errors: [{ parameter: 'petId', in: 'path' }] });
  });

  it('are read in the styles simple, label and matrix', async () => {
    expect(await read('/styles/1,2/.a.b%2Ec/;matrix=3;matrix=4/a=5,b=x%2Cy')).toMatchObject({
      path: { simple: [1, 2], label: ['a', 'b.c'], matrix: [3, 4], object: { a: 5, b: 'x,y' } },
    });
    expect(await read('/styles/1/a/m=3/a=5')).toMatchObject({
      status: 400,
      errors: [
        { parameter: 'label', detail: 'must begin with a full stop (style label)' },
        { parameter: 'matrix', detail: 'must begin with a semicolon (style matrix)' },
      ],
    });
  });

  it('may stand inside a segment', async () => {
    const { app } = petstore.start();
    const response = await app.request('/notes/a.b.txt', { method: 'PUT' });
    expect(await response.text()).toBe('a.b txt undefined');
    const slash = await app.request('/notes/a%2Fb.txt', { method: 'PUT' });
    expect(await slash.text()).toBe('a/b txt undefined');
    expect((await app.request('/notes/ab', { method: 'PUT' })).status).toBe(404);
  });
});

describe('headers and cookies', () => {
  it('are converted', async () => {
    expect(await read('/pets', { 'x-trace': '1, 2,3', cookie: 'theme=dark; session=42' })).toMatchObject({
      headers: { 'X-Trace': [1, 2, 3] },
      cookies: { session: 42 },
    });
  });

  it('are named when they break their schema', async () => {
    expect(await read('/pets', { 'x-trace': '1,two' })).toMatchObject({
      status: 400,
      errors: [{ parameter: 'X-Trace', in: 'header', detail: expect.stringContaining('/1') }],
    });
  });

  it('are required where the contract says so: a missing If-Match is 428 where that is declared', async () => {
    const { app } = petstore.start();
    const response = await app.request('/pets/1', { method: 'DELETE', headers: authorised });
    expect([response.status, await response.json()]).toMatchObject([
      428,
      { status: 428, errors: [{ parameter: 'If-Match', in: 'header', detail: 'is required' }] },
    ]);
    const other = await app.request('/pets/x', { method: 'DELETE', headers: authorised });
    expect(other.status).toBe(400);
  });
});
