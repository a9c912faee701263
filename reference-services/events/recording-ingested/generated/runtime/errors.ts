// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';

/** A message that breaks its contract, found before it was sent, or in a reply. */
export class InvalidMessageError extends Error {
  override readonly name = 'InvalidMessageError';
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[]) {
    super(`${what} breaks the contract: ${describeFaults(faults)}`);
    this.faults = faults;
  }
}

/** Thrown by a handler that knows that trying again is of no use: the message becomes a dead letter at once. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
}

/** The other side got the request and would not answer it. */
export class RefusedRequestError extends Error {
  override readonly name = 'RefusedRequestError';
}

/** Nobody answered a request in time. */
export class RequestTimeoutError extends Error {
  override readonly name = 'RequestTimeoutError';
}

/** `payload#/data/id is missing; header "trace" must be a string` */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ pointer, parameter, in: place, detail }) => {
      const subject =
        pointer === undefined ? `${place ?? 'parameter'} ${JSON.stringify(parameter ?? '')}` : `payload${pointer}`;
      return parameter === undefined && pointer === undefined ? `the message ${detail}` : `${subject} ${detail}`;
    })
    .join('; ');
}
