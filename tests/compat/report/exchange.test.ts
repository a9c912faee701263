import { expect, test } from 'vitest';
import { exchangeOf } from '../../../core/compat/report/exchange.ts';
import { witness } from './example-report.ts';

const body = { limit: 51 };

test.each([
  [
    'request-body',
    'application/json',
    'POST /search',
    body,
    'POST /search\nContent-Type: application/json\n\n{\n  "limit": 51\n}',
  ],
  [
    'response-body',
    '200 text/json',
    'GET /a',
    body,
    'GET /a\n\nHTTP/1.1 200\nContent-Type: text/json\n\n{\n  "limit": 51\n}',
  ],
  ['response-header', '4XX Retry-After', 'GET /a', 7, 'GET /a\n\nHTTP/1.1 4XX\nRetry-After: 7'],
  ['parameter', 'query limit', 'GET /a', 'a b&c', 'GET /a?limit=a%20b%26c'],
  ['parameter', 'path id', 'GET /a/{id}', '$&/x', 'GET /a/%24%26%2Fx'],
  ['parameter', 'path id', 'GET /a/{other}', 'x', 'GET /a/{other}\n(path id: x)'],
  ['parameter', 'header X-Id', 'GET /a', null, 'GET /a\nX-Id: null'],
  ['parameter', 'cookie sid', 'GET /a', 'x', 'GET /a\nCookie: sid=x'],
  ['message', 'order.placed', 'send order.placed', body, 'send order.placed\n\n{\n  "limit": 51\n}'],
  ['message-header', 'order.placed', 'send order.placed', { 'x-id': 1 }, 'send order.placed\nx-id: 1'],
] as const)('%s %s on %s', (part, name, subject, value, text) => {
  const proof = witness({ part, name, acceptedBy: 'old' }, value);
  expect(exchangeOf({ subject, witness: proof }).text).toBe(text);
});

test('the claim says which side accepts the message and why the other does not', () => {
  const claims = (['old', 'new'] as const).map((acceptedBy) => {
    const proof = witness({ part: 'response-body', name: '200 application/json', acceptedBy }, body);
    return exchangeOf({ subject: 'GET /a', witness: proof }).claim;
  });
  expect(claims).toEqual([
    'This response was legal before and is not any more, because /limit must be at most 50, but is 51',
    'This response was not legal before and is now, because /limit must be at most 50, but is 51',
  ]);
});
