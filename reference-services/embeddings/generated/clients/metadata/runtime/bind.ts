// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Transport } from './transport.ts';

/** Functions without their first parameter, the transport. */
export type Bound<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    transport: Transport,
    ...rest: infer Rest
  ) => infer Output
    ? (...rest: Rest) => Output
    : never;
};

/** The same functions with their transport given. `Client` may say what a mapped type cannot: type parameters. */
export function bind<Operations extends object, Client extends Bound<Operations> = Bound<Operations>>(
  operations: Operations,
  transport: Transport,
): Client {
  const bound = Object.entries(operations).map(([name, operation]) => [
    name,
    (...rest: unknown[]) => operation(transport, ...rest),
  ]);
  // The types say what the loop does to each function.
  return Object.fromEntries(bound) as Client;
}
