import { expect, test } from 'vitest';
import { flatType } from '../../../generators/typescript/types/flat-type.ts';
import { statusesOf, statusType } from '../../../generators/typescript-client/status-type.ts';

/** The type of the statuses of responses that are alike, among others that are not. */
function typeFor(alike: readonly string[], others: readonly string[] = []): string | undefined {
  const responses = [...alike, ...others].map((status) => ({ status }));
  return flatType(statusType(alike.flatMap((status) => statusesOf(status, responses))));
}

test.each([
  { alike: ['404'], others: ['200'], type: '404' },
  { alike: ['404', '409'], others: ['200'], type: '404 | 409' },
  { alike: ['4XX'], others: ['200', '404'], type: 'Exclude<Status4XX, 404>' },
  { alike: ['404', '4XX'], others: ['200'], type: 'Status4XX' },
  { alike: ['404', '4XX'], others: ['200', '409'], type: 'Exclude<Status4XX, 409>' },
  { alike: ['4XX', '5XX'], others: ['200'], type: 'Status4XX | Status5XX' },
  { alike: ['4XX', 'default'], others: ['200'], type: 'StatusOfFailure' },
  { alike: ['404', '4XX', 'default'], others: ['200'], type: 'StatusOfFailure' },
  { alike: ['404', 'default'], others: ['200', '4XX'], type: '404 | Exclude<StatusOfFailure, Status4XX>' },
  { alike: ['default'], others: ['200'], type: 'StatusOfFailure' },
  { alike: ['default'], others: [], type: 'Status2XX | StatusOfFailure' },
])('responses $alike beside $others have the status $type', ({ alike, others, type }) => {
  expect(typeFor(alike, others)).toBe(type);
});
