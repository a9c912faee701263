import { describe, expect, test } from 'vitest';
import type {
  OperationInput,
  ParameterData,
  ParameterStyle,
} from '../../../generators/typescript-client/runtime/operation.ts';
import { writeParameters } from '../../../generators/typescript-client/runtime/parameters.ts';

function write(parameter: ParameterData, value: unknown) {
  const groups = {
    path: 'path',
    query: 'query',
    header: 'headers',
    cookie: 'cookies',
    querystring: 'querystring',
  } as const;
  const path = parameter.in === 'path' ? '/x/{color}' : '/x';
  const operation = { id: 'op', method: 'GET', path, parameters: [parameter], responses: {} };
  const input =
    parameter.in === 'querystring' ? { querystring: value } : { [groups[parameter.in]]: { [parameter.name]: value } };
  return writeParameters(operation, input as OperationInput);
}

const array = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

/** The table of OpenAPI 3.1.1, 4.8.12.5, "Style Examples", delimiters escaped as RFC 3986 wants. */
const table: readonly (readonly [
  ParameterStyle,
  explode: boolean,
  'path' | 'query',
  value: unknown,
  written: string,
])[] = [
  ['matrix', false, 'path', '', ';color'],
  ['matrix', false, 'path', 'blue', ';color=blue'],
  ['matrix', false, 'path', array, ';color=blue,black,brown'],
  ['matrix', false, 'path', object, ';color=R,100,G,200,B,150'],
  ['matrix', true, 'path', array, ';color=blue;color=black;color=brown'],
  ['matrix', true, 'path', object, ';R=100;G=200;B=150'],
  ['label', false, 'path', 'blue', '.blue'],
  ['label', false, 'path', array, '.blue,black,brown'],
  ['label', false, 'path', object, '.R,100,G,200,B,150'],
  ['label', true, 'path', array, '.blue.black.brown'],
  ['label', true, 'path', object, '.R=100.G=200.B=150'],
  ['simple', false, 'path', 'blue', 'blue'],
  ['simple', false, 'path', array, 'blue,black,brown'],
  ['simple', false, 'path', object, 'R,100,G,200,B,150'],
  ['simple', true, 'path', object, 'R=100,G=200,B=150'],
  ['form', false, 'query', '', 'color='],
  ['form', false, 'query', 'blue', 'color=blue'],
  ['form', false, 'query', array, 'color=blue,black,brown'],
  ['form', false, 'query', object, 'color=R,100,G,200,B,150'],
  ['form', true, 'query', array, 'color=blue&color=black&color=brown'],
  ['form', true, 'query', object, 'R=100&G=200&B=150'],
  ['spaceDelimited', false, 'query', array, 'color=blue%20black%20brown'],
  ['spaceDelimited', false, 'query', object, 'color=R%20100%20G%20200%20B%20150'],
  ['spaceDelimited', true, 'query', array, 'color=blue&color=black&color=brown'],
  ['pipeDelimited', false, 'query', array, 'color=blue%7Cblack%7Cbrown'],
  ['pipeDelimited', false, 'query', object, 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['tabDelimited', false, 'query', array, 'color=blue%09black%09brown'],
  ['deepObject', true, 'query', object, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ['deepObject', true, 'query', { a: { b: [1, 2] }, c: null }, 'color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2'],
];

test.each(table)('%s, explode %s, in the %s: %j is written %s', (style, explode, place, value, written) => {
  const address = place === 'path' ? `/x/${written}` : `/x?${written}`;
  expect(write({ in: place, name: 'color', style, explode }, value).address).toBe(address);
});

describe('left out', () => {
  test.each([undefined, null, [], {}, [null, undefined]])('%j leaves no trace in a query', (value) => {
    expect(write({ in: 'query', name: 'color' }, value).address).toBe('/x');
  });

  test('a member of every object is not mistaken for a value', () => {
    const operation = {
      id: 'op',
      method: 'GET',
      path: '/x',
      parameters: [{ in: 'query', name: 'constructor' } as const],
      responses: {},
    };
    expect(writeParameters(operation, { query: {} }).address).toBe('/x');
  });
});

describe('escaping', () => {
  test('everything but unreserved characters, in names too', () => {
    const { address } = write({ in: 'query', name: 'a[&]' }, "x y&z=1/é'+😀\ud800");
    expect(address).toBe('/x?a%5B%26%5D=x%20y%26z%3D1%2F%C3%A9%27%2B%F0%9F%98%80%EF%BF%BD');
  });

  test('a delimiter inside a value stays apart from the delimiter', () => {
    expect(write({ in: 'query', name: 'c', explode: false }, ['a,b', 'c']).address).toBe('/x?c=a%2Cb,c');
  });

  test('allowReserved leaves what cannot end the value', () => {
    const { address } = write({ in: 'query', name: 'u', allowReserved: true }, 'https://x/a?b=c;d%20e#f&g+h');
    expect(address).toBe('/x?u=https://x/a?b=c;d%20e%23f%26g%2Bh');
  });

  test('headers and cookies of the style "cookie" travel as they are, cookies of the style "form" escaped', () => {
    expect(write({ in: 'header', name: 'X' }, ['a b', 'c/d']).headers).toEqual([['X', 'a b,c/d']]);
    expect(write({ in: 'header', name: 'X', explode: true }, { a: 1, b: 2 }).headers).toEqual([['X', 'a=1,b=2']]);
    expect(write({ in: 'cookie', name: 'c' }, 'a b').cookies).toEqual(['c=a%20b']);
    expect(write({ in: 'cookie', name: 'c' }, { a: 1, b: 2 }).cookies).toEqual(['a=1; b=2']);
    expect(write({ in: 'cookie', name: 'c', style: 'cookie' }, 'a b').cookies).toEqual(['c=a b']);
  });
});

describe('a value that the style cannot tell apart is refused, because the server would read others', () => {
  test.each([
    [{ in: 'query', name: 'c', style: 'spaceDelimited' }, ['a b', 'c'], 'query parameter "c" holds " "'],
    [{ in: 'query', name: 'c', style: 'pipeDelimited' }, ['a|b', 'c'], 'query parameter "c" holds "|"'],
    [{ in: 'query', name: 'c', style: 'tabDelimited' }, { 'a\tb': 1 }, 'query parameter "c" holds "\\t"'],
    [{ in: 'header', name: 'X' }, ['a,b', 'c'], 'header parameter "X" holds ","'],
    [{ in: 'cookie', name: 'c', style: 'cookie' }, 'a; admin=1', 'cookie parameter "c" holds ";"'],
  ] as const)('%j: %j', (parameter, value, message) => {
    expect(() => write(parameter, value)).toThrow(`op: The ${message}, which separates values there`);
  });

  test('but not where the value is alone, repeats its name or is escaped', () => {
    expect(write({ in: 'query', name: 'c', style: 'pipeDelimited' }, 'a|b').address).toBe('/x?c=a%7Cb');
    expect(write({ in: 'query', name: 'c', style: 'pipeDelimited', explode: true }, ['a|b']).address).toBe(
      '/x?c=a%7Cb',
    );
    expect(write({ in: 'header', name: 'X' }, 'a,b').headers).toEqual([['X', 'a,b']]);
    expect(write({ in: 'path', name: 'color', style: 'label', explode: true }, ['a.b', 'c']).address).toBe(
      '/x/.a%2Eb.c',
    );
  });
});

describe('text that no header can carry is refused by name', () => {
  test.each(['Tiếng Việt', 'a\r\nSet-Cookie: b', '\u0000'])('%j', (value) => {
    expect(() => write({ in: 'header', name: 'X' }, value)).toThrow('op: The header parameter "X" holds characters');
    expect(() => write({ in: 'cookie', name: 'c', style: 'cookie' }, value)).toThrow('The cookie parameter "c"');
  });

  test('cookies of the style "form" carry any text', () => {
    expect(write({ in: 'cookie', name: 'c' }, 'Việt').cookies).toEqual(['c=Vi%E1%BB%87t']);
  });
});

describe('in a media type', () => {
  test('JSON in a query, path, header', () => {
    const content = 'application/json';
    expect(write({ in: 'query', name: 'q', content }, { a: 1 }).address).toBe('/x?q=%7B%22a%22%3A1%7D');
    expect(write({ in: 'path', name: 'color', content }, { a: 1 }).address).toBe('/x/%7B%22a%22%3A1%7D');
    expect(write({ in: 'header', name: 'q', content }, { a: 1 }).headers).toEqual([['q', '{"a":1}']]);
  });

  test('the whole query string', () => {
    const parameter = { in: 'querystring', name: 'all' } as const;
    const form = 'application/x-www-form-urlencoded';
    expect(write({ ...parameter, content: form }, { a: [1, 2], b: 'x y' }).address).toBe('/x?a=1&a=2&b=x%20y');
    expect(write({ ...parameter, content: 'application/json' }, { a: 1 }).address).toBe('/x?%7B%22a%22%3A1%7D');
  });
});

describe('a path that would address another resource is refused', () => {
  test.each(['..', '.', '', undefined, []])('%j', (value) => {
    expect(() => write({ in: 'path', name: 'color' }, value)).toThrow(/^op: The path/);
  });

  test('an empty label, which would be a segment of one dot', () => {
    expect(() => write({ in: 'path', name: 'color', style: 'label' }, '')).toThrow(/segment/);
  });

  test('also when it is escaped already, or written with reserved characters', () => {
    expect(() => write({ in: 'path', name: 'color', allowReserved: true }, '%2e%2E')).toThrow(/segment/);
    expect(() => write({ in: 'path', name: 'color', allowReserved: true }, 'a/../b')).toThrow(/segment/);
    expect(write({ in: 'path', name: 'color' }, 'a/../b').address).toBe('/x/a%2F..%2Fb');
  });
});
