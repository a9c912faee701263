import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { byPrecedence, matchRoutePath, routePath } from '../../../generators/hono-server/runtime/route-path.ts';

describe('a template becomes a Hono route that matches what the template means', () => {
  const cases: ReadonlyArray<readonly [template: string, url: string, values: Record<string, string> | undefined]> = [
    ['/pets/{petId}', '/pets/1', { petId: '1' }],
    ['/pets/{petId}', '/pets/a%2Fb', { petId: 'a%2Fb' }],
    ['/pets/{petId}', '/pets/', undefined],
    ['/pets/{petId}', '/pets/1/2', undefined],
    ['/pets/{pet-id}/{__proto__}', '/pets/1/2', { 'pet-id': '1', ['__proto__']: '2' }],
    ['/a/{b}.{c}', '/a/x.y.z', { b: 'x.y', c: 'z' }],
    ['/a/{b}.{c}', '/a/xy', undefined],
    ['/x:action', '/x:action', {}],
    ['/x:action', '/xyz', undefined],
    ['/items/{id}:publish', '/items/7:publish', { id: '7' }],
    ['/items/{id}:publish', '/items/7:hide', undefined],
    ['/f({id})/*', '/f(1)/*', { id: '1' }],
    ['/f({id})/*', '/f(1)/x', undefined],
    ['/a b/ü', '/a%20b/%C3%BC', {}],
    ['/{all}', '/x?y=/z', { all: 'x' }],
    ['/', '/', {}],
    ['/trailing/', '/trailing/', {}],
  ];
  it.each(cases)('%s at %s', async (template, url, values) => {
    const path = routePath(template);
    const app = new Hono().get(path.hono, (c) => {
      const matched = matchRoutePath(path, c.req.url);
      return matched === undefined ? c.notFound() : c.json([...matched]);
    });
    const response = await app.request(url);
    expect(response.status === 200 ? await response.json() : undefined).toEqual(values && Object.entries(values));
  });
});

it('concrete paths come first, then mixed ones, decided segment by segment', () => {
  const templates = ['/{a}/{b}', '/{a}/b', '/a/{b}', '/a/{b}.json', '/a/b', '/a'];
  const sorted = templates.map(routePath).sort(byPrecedence);
  expect(sorted.map(({ hono }) => hono)).toEqual(
    ['/a', '/a/b', '/a/{b}.json', '/a/{b}', '/{a}/b', '/{a}/{b}'].map((template) => routePath(template).hono),
  );
});
