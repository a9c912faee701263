// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ResponseSpec } from './operation.ts';

/**
 * The response that a status falls under: the code itself, its range, or the default. Beside declared successes
 * `default` describes failures; alone it describes both.
 */
export function responseFor<Spec extends Pick<ResponseSpec, 'status'>>(
  operation: { readonly responses: readonly Spec[] },
  status: number,
): Spec | undefined {
  const byKey = (key: string) => operation.responses.find((response) => response.status.toUpperCase() === key);
  const listed = byKey(String(status)) ?? byKey(`${Math.floor(status / 100)}XX`);
  if (listed !== undefined) return listed;
  const isOther = isSuccess(String(status)) && operation.responses.some((response) => isSuccess(response.status));
  return isOther ? undefined : byKey('DEFAULT');
}

function isSuccess(status: string): boolean {
  return status.startsWith('2');
}
