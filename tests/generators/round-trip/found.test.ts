import { afterAll, expect, test } from 'vitest';
import type { Call, DrawnBody } from './draw/calls.ts';
import { exchange } from './exchange.ts';
import { Loader } from './load.ts';
import type { EncodingPlan, MediaPlan, OperationPlan, ParameterPlan, ResponsePlan } from './plan.ts';
import { startService } from './service.ts';
import type { Shape } from './shapes/shape.ts';

/** What random contracts have found, each in its smallest form. */

const loader = new Loader();
afterAll(() => loader.remove());

const text: Shape = { kind: 'text' };
const integer: Shape = { kind: 'integer' };
const texts: Shape = { kind: 'list', items: text };
const styled = { kind: 'style', style: 'form', explode: true, allowReserved: false } as const;

function objectOf(name: string, shape: Shape): Shape {
  return { kind: 'object', members: [{ name, required: true, shape }], others: false };
}

function parameter(given: Partial<ParameterPlan> & Pick<ParameterPlan, 'in'>): ParameterPlan {
  return { name: 'p', required: true, shape: text, written: styled, ...given };
}

const noContent: ResponsePlan = { status: '200', headers: [], content: [] };
const nothing: Call['parameters'] = { path: {}, query: {}, header: {}, cookie: {}, querystring: {} };

async function outcomeOf(operation: Partial<OperationPlan>, call: Partial<Call>) {
  const plan: OperationPlan = { method: 'post', path: '/o', parameters: [], responses: [noContent], ...operation };
  const service = await startService({ dialect: '3.2', components: new Map(), operations: [plan] }, loader);
  const answer = { status: 200, headers: {}, response: noContent };
  return exchange(service, plan, 0, { parameters: nothing, answer, ...call });
}

function outcomeOfParameter(given: ParameterPlan, value: unknown) {
  const path = given.in === 'path' ? `/o/{${given.name}}` : '/o';
  return outcomeOf({ path, parameters: [given] }, { parameters: { ...nothing, [given.in]: { [given.name]: value } } });
}

function outcomeOfBody(media: MediaPlan, value: unknown) {
  const body: DrawnBody = { media, type: media.type, value, carrier: 'bytes' };
  return outcomeOf({ body: { required: true, content: [media] } }, { body });
}

function form(type: 'form' | 'multipart', name: string, shape: Shape, encoding?: EncodingPlan): MediaPlan {
  const types = { form: 'application/x-www-form-urlencoded', multipart: 'multipart/form-data' };
  const media = { type: types[type], kind: type, shape: objectOf(name, shape) };
  return encoding === undefined ? media : { ...media, encoding: new Map([[name, encoding]]) };
}

function outcomeOfHeader(shape: Shape, value: unknown, json = false) {
  const response = { ...noContent, headers: [{ name: 'X-It', required: true, explode: false, shape, json }] };
  return outcomeOf({ responses: [response] }, { answer: { status: 200, headers: { 'X-It': value }, response } });
}

const arrived = { kind: 'arrived' };

test.each(['`', '$', '!#$%', "it's", 'a*', '__proto__'])('a cookie may be named %s', async (name) => {
  expect(await outcomeOfParameter(parameter({ in: 'cookie', name }), 'ü=;"')).toEqual(arrived);
});

test('the members of an exploded cookie may have any name', async () => {
  const given = parameter({ in: 'cookie', shape: objectOf('猫 =', text) });
  expect(await outcomeOfParameter(given, { '猫 =': 'x' })).toEqual(arrived);
});

test('JSON in a header parameter may hold any character', async () => {
  const given = parameter({ in: 'header', shape: texts, written: { kind: 'content', type: 'application/json' } });
  expect(await outcomeOfParameter(given, ['猫\u007f', '\r\n '])).toEqual(arrived);
});

test('null in a JSON parameter is sent', async () => {
  const shape: Shape = { kind: 'nullable', of: integer };
  const given = parameter({ in: 'query', shape, written: { kind: 'content', type: 'application/json' } });
  expect(await outcomeOfParameter(given, null)).toEqual(arrived);
});

test('reserved characters are not left where they separate values or names', async () => {
  const list = { ...styled, explode: false, allowReserved: true };
  expect(await outcomeOfParameter(parameter({ in: 'query', shape: texts, written: list }), ['a,b', '/?:@'])).toEqual(
    arrived,
  );
  const named = parameter({ in: 'query', name: 'a=b&c', written: { ...styled, allowReserved: true } });
  expect(await outcomeOfParameter(named, '/?:@')).toEqual(arrived);
});

test.each(['form', 'spaceDelimited'])('a value inside a value of the style %s arrives', async (style) => {
  const shape: Shape = { kind: 'list', items: objectOf('a%20b', text) };
  const given = parameter({ in: 'query', shape, written: { ...styled, style, allowReserved: true } });
  expect(await outcomeOfParameter(given, [{ 'a%20b': '"%2C' }, { 'a%20b': '&' }])).toEqual(arrived);
});

test('the name of a matrix parameter is escaped where it has no value, too', async () => {
  const given = parameter({
    in: 'path',
    name: '<T>',
    shape: texts,
    written: { ...styled, style: 'matrix', explode: false },
  });
  expect(await outcomeOfParameter(given, [''])).toEqual(arrived);
});

test.each<[what: string, given: ParameterPlan, value: unknown]>([
  ['white space at the end of a header', parameter({ in: 'header', written: { ...styled, style: 'simple' } }), 'x '],
  [
    'an empty text in the list of a header',
    parameter({ in: 'header', shape: texts, written: { ...styled, style: 'simple' } }),
    ['a', ''],
  ],
  [
    'a comma in a raw cookie',
    parameter({ in: 'cookie', shape: texts, written: { ...styled, style: 'cookie', explode: false } }),
    ['a,b'],
  ],
  ['quotation marks around a raw cookie', parameter({ in: 'cookie', written: { ...styled, style: 'cookie' } }), '"x"'],
  [
    'a bracket in the name of a deep member',
    parameter({ in: 'query', shape: objectOf('a[b', text), written: { ...styled, style: 'deepObject' } }),
    { 'a[b': 'x' },
  ],
])('the client refuses %s', async (_, given, value) => {
  expect(await outcomeOfParameter(given, value)).toMatchObject({ kind: 'refused', by: 'client' });
});

test('the client refuses the delimiter of a form property that is not escaped', async () => {
  const media = form('form', 'p', texts, { style: 'pipeDelimited', explode: false });
  expect(await outcomeOfBody(media, { p: ['a|b', 'c'] })).toMatchObject({ kind: 'refused', by: 'client' });
});

test.each(['constructor', 'toString', '__proto__'])('a property of a form may be named %s', async (name) => {
  expect(await outcomeOfBody(form('form', name, texts), { [name]: ['a', 'b'] })).toEqual(arrived);
  expect(await outcomeOfBody(form('multipart', name, texts), { [name]: ['a', 'b'] })).toEqual(arrived);
});

test('line breaks in a multipart form stay as they are', async () => {
  expect(await outcomeOfBody(form('multipart', 'p', text), { p: 'a\nb\rc\r\n' })).toEqual(arrived);
});

test('a text whose part is JSON is written as JSON', async () => {
  const json = { contentType: 'application/json' };
  expect(await outcomeOfBody(form('multipart', 'p', text, json), { p: '[1]' })).toEqual(arrived);
  expect(await outcomeOfBody(form('multipart', 'p', texts, json), { p: ['"'] })).toEqual(arrived);
});

test('a list of one object in a multipart form is a list', async () => {
  const shape: Shape = { kind: 'list', items: objectOf('a', integer) };
  const media = form('multipart', 'p', shape, { contentType: 'application/json' });
  expect(await outcomeOfBody(media, { p: [{ a: 1 }] })).toEqual(arrived);
});

test('JSON in a header of a response may hold any character', async () => {
  expect(await outcomeOfHeader(texts, ['猫\u007f', '\r\n '], true)).toEqual(arrived);
});

test.each([
  [texts, ['a,b']],
  [texts, ['a', '']],
  [text, 'x '],
  [text, 'a\u0001'],
  [text, '猫'],
] as const)('a header that would say something else is not sent (%#)', async (shape, value) => {
  expect(await outcomeOfHeader(shape, value)).toEqual({ kind: 'unanswerable', reason: 'header X-It' });
});

test('a clone of the response that nobody reads does not keep the client waiting', async () => {
  // Every response of these services is cloned.
  const response: ResponsePlan = { ...noContent, status: '2XX' };
  const answer = { status: 202, headers: {}, response };
  expect(await outcomeOf({ responses: [response] }, { answer })).toEqual(arrived);
});
