// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type SuccessOf, unwrap } from './result.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A client whose methods give the body of a success and throw anything else. */
export type Unwrapped<Client> = {
  readonly [Name in keyof Client]: Client[Name] extends (...input: infer Input) => Promise<infer Result extends Answer>
    ? (...input: Input) => Promise<SuccessOf<Result>['body']>
    : Client[Name];
};

/** The same client for those who like exceptions: every method is `unwrap`ped. Iterators over pages are as they were. */
export function unwrapped<Client extends object>(client: Client): Unwrapped<Client> {
  const methods = Object.entries(client).map(([name, method]) => [
    name,
    (...input: unknown[]) => {
      const answer: unknown = method(...input);
      return answer instanceof Promise ? unwrap(answer) : answer;
    },
  ]);
  // A mapped type says what the loop does to each member.
  return Object.fromEntries(methods) as Unwrapped<Client>;
}
