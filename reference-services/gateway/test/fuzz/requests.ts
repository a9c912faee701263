import { contract } from '../../generated/contract-cases.ts';
import { type Draft, draftRequest, requestOf, urlOf } from '../../generated/contract-runtime/draft.ts';
import type { TestedOperation } from '../../generated/contract-runtime/tested-operation.ts';
import { hostileBodies, hostileTexts, hostileValues } from './hostile-values.ts';
import type { Random } from './random.ts';

const base = 'http://localhost';

const operations = Object.values(contract.operations);

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const;
const types = [
  'application/json',
  'application/merge-patch+json',
  'application/partial-upload',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain; charset=utf-99',
  'application/x-www-form-urlencoded',
  '*/*',
  ';;;',
] as const;

/** A request that the contract's schemas lead to, most of the time with something wrong. */
export function randomRequest(random: Random, authorization: string): Request {
  for (;;) {
    const request = tryRequest(random, authorization);
    if (request !== undefined) return request;
  }
}

/** Undefined for what no client can send, such as a header with a line break. */
function tryRequest(random: Random, authorization: string): Request | undefined {
  const [first, ...rest] = operations;
  if (first === undefined) throw new Error('The contract has no operations.');
  const tested = random.pick([first, ...rest]);
  const draft = legalDraft(tested, random);
  if (draft === undefined) return undefined;
  try {
    return mutated(requestOf(draft, base, { Authorization: authorization }), draft, random);
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
}

function legalDraft(tested: TestedOperation, random: Random): Draft | undefined {
  const body = tested.bodies[random.below(tested.bodies.length)];
  const draft = draftRequest(tested, { given: {}, body, everything: random.chance(0.5) });
  if (!('operation' in draft)) return undefined;
  const texts = new Map(draft.texts);
  for (const [parameter, text] of draft.texts) {
    if (!random.chance(0.2)) continue;
    const hostile = random.pick(hostileTexts);
    if (random.chance(0.2)) texts.delete(parameter);
    else if (parameter.in === 'header') texts.set(parameter, hostile);
    else
      texts.set(
        parameter,
        parameter.in === 'path' ? encoded(hostile, random) : `${parameter.name}=${encoded(hostile, random)}&${text}`,
      );
  }
  const value = random.chance(0.5) ? twisted(draft.value, random) : draft.value;
  const text = typeof draft.body === 'string' && value !== draft.value ? JSON.stringify(value) : draft.body;
  return { ...draft, texts, body: random.chance(0.1) ? random.pick(hostileBodies) : text };
}

function encoded(text: string, random: Random): string {
  return random.chance(0.8) ? encodeURIComponent(text.toWellFormed()) : text;
}

/** The value with one of its members, at any depth, replaced, removed or added. */
function twisted(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.2)) return random.pick(hostileValues);
  if (Array.isArray(value))
    return random.chance(0.3) ? Array(500).fill(value[0]) : value.map((item) => twisted(item, random));
  const entries = Object.entries(value);
  const chosen = random.below(entries.length + 1);
  const changed = entries.map(([name, member], i) => [name, i === chosen ? twisted(member, random) : member]);
  return Object.fromEntries(chosen === entries.length ? [...changed, [random.pick(hostileTexts), 1]] : changed);
}

function mutated(request: Request, draft: Draft, random: Random): Request {
  const headers = new Headers(request.headers);
  const method = random.chance(0.05) ? random.pick(methods) : request.method;
  if (random.chance(0.1)) headers.set('Content-Type', random.pick(types));
  if (random.chance(0.05))
    headers.set('Authorization', random.pick(['Bearer', 'Bearer a.b.c', 'Basic Og==', 'Bearer ..']));
  if (random.chance(0.05)) headers.set('X-Request-Id', random.pick(hostileTexts));
  if (random.chance(0.05)) headers.set('Content-Encoding', random.pick(['gzip', 'identity', 'x']));
  if (random.chance(0.05)) headers.set('Origin', random.pick(['null', 'https://evil.example', 'x']));
  const url = random.chance(0.05)
    ? `${urlOf(draft, base)}/${encodeURIComponent(random.pick(hostileTexts).toWellFormed())}`
    : request.url;
  const takesBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers, ...(takesBody && draft.body !== undefined && { body: draft.body }) });
}
