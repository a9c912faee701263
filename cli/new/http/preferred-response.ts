import type { HttpOperation, Response } from '../../../core/contract/model.ts';
import { answerable } from '../../../generators/hono-server/supported.ts';

export interface Candidate {
  readonly response: Response;
  /** The code itself, or one that the range stands for. */
  readonly status: number;
}

/**
 * The responses of an operation with the status that each would be given by, best first: a success, then a redirection,
 * then what says that there is nothing. Never a refusal or a failure: tests would take it for a fault.
 */
export function byPreference(operation: HttpOperation): readonly Candidate[] {
  const responses = answerable(operation);
  const listed = new Set(responses.map(({ status }) => status));
  const candidates = responses.flatMap((response): Candidate[] => {
    const status = codesOf(response.status, responses).find((code) => !listed.has(String(code)));
    const own = /^\d{3}$/.test(response.status) ? Number(response.status) : status;
    return own === undefined ? [] : [{ response, status: own }];
  });
  return candidates.filter(({ status }) => rank(status) < never).toSorted((a, b) => rank(a.status) - rank(b.status));
}

/** Codes that a range or `default` stands for; beside declared successes `default` describes failures. */
function codesOf(status: string, responses: readonly Response[]): readonly number[] {
  const range = status.toUpperCase();
  if (range !== 'DEFAULT') return codes[range] ?? [];
  const families = new Set(responses.map((response) => response.status.toUpperCase()));
  const free = (code: number) => !families.has(`${Math.floor(code / 100)}XX`);
  const succeeds = responses.some((response) => response.status.startsWith('2'));
  return [...(succeeds ? [] : (codes['2XX'] ?? [])), ...(codes['4XX'] ?? []), ...(codes['5XX'] ?? [])].filter(free);
}

const codes: Readonly<Record<string, readonly number[]>> = {
  '2XX': [200, 201, 202, 203],
  '3XX': [302, 303, 307],
  '4XX': [404, 409, 410, 412, 429],
  '5XX': [501, 503],
};

/** Contract tests take a refusal of a legal request for a fault, and what is not there for a matter of state. */
function rank(status: number): number {
  if (status < 300) return status;
  if (status < 400) return 1000 + status;
  return [404, 409, 410, 412].includes(status) ? 2000 + status : never;
}

const never = Number.POSITIVE_INFINITY;
