// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { CallOptions } from './config.ts';
import { CallError, ConnectionError, TimeoutError } from './errors.ts';
import type { OperationData } from './operation.ts';

/** What the caller aborted is thrown as the caller's own reason; the rest names the operation. */
export function explain(operation: OperationData, error: unknown, { signal }: CallOptions): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (error instanceof CallError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError')
    return new TimeoutError(operation.id, 'No response came in time.', { cause: error });
  // `fetch` reports every failure of the network as a TypeError.
  if (!(error instanceof TypeError)) return error;
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new ConnectionError(operation.id, `The connection failed: ${reason}`, { cause: error });
}
