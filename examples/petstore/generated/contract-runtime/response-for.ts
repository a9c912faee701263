// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OperationSpec, ResponseSpec } from './operation.ts';

/** The response that a status falls under: the code itself, its range, or the default. */
export function responseFor(operation: OperationSpec, status: number): ResponseSpec | undefined {
  const byKey = (key: string) => operation.responses.find((response) => response.status.toUpperCase() === key);
  return byKey(String(status)) ?? byKey(`${Math.floor(status / 100)}XX`) ?? byKey('DEFAULT');
}
