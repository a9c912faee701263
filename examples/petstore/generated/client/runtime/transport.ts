// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { CallOptions, ServiceData, TransportConfig } from './config.ts';
import { CallError, ConnectionError, TimeoutError } from './errors.ts';
import type { OperationData, OperationInput } from './operation.ts';
import { type PreparedCall, prepareCall } from './request.ts';
import { readResponse } from './response.ts';
import { isRepeatable, pause, waitBefore } from './retry.ts';

/** Sends operations. */
export interface Transport {
  send<Result>(operation: OperationData, input: OperationInput, options?: CallOptions): Promise<Result>;
}

export function connect(service: ServiceData, config: TransportConfig): Transport {
  return {
    async send<Result>(operation: OperationData, input: OperationInput, options: CallOptions = {}): Promise<Result> {
      const call = prepareCall(service, config, operation, input, options);
      const response = await attempts(call, config, operation, options);
      try {
        // The generated result types describe exactly what is read here: status by status, type by type.
        return (await readResponse(operation, response)) as Result;
      } catch (error) {
        throw explain(operation, error, options);
      }
    },
  };
}

async function attempts(
  { request: nextRequest, repeatable }: PreparedCall,
  config: TransportConfig,
  operation: OperationData,
  options: CallOptions,
): Promise<Response> {
  const retry = options.retry ?? config.retry ?? false;
  for (let attempt = 1; ; attempt++) {
    const request = await nextRequest();
    const mayRepeat = retry !== false && repeatable && isRepeatable(request);
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await dispatch(request, config, operation);
    } catch (error) {
      failure = explain(operation, error, options);
    }
    const again = mayRepeat && isWorthRepeating(failure) ? waitBefore(attempt, response, retry) : undefined;
    if (again === undefined) {
      if (response !== undefined) return response;
      throw failure;
    }
    await response?.body?.cancel();
    await pause(again, options.signal);
  }
}

function isWorthRepeating(failure: unknown): boolean {
  return failure === undefined || failure instanceof ConnectionError || failure instanceof TimeoutError;
}

function dispatch(request: Request, config: TransportConfig, operation: OperationData): Promise<Response> {
  const send = config.fetch ?? fetch;
  const chain = (config.middleware ?? []).reduceRight<(request: Request) => Promise<Response>>(
    (next, middleware) => (passed) => middleware(passed, next, operation),
    (passed) => send(passed),
  );
  return chain(request);
}

/** What the caller aborted is thrown as the caller's own reason; the rest names the operation. */
function explain(operation: OperationData, error: unknown, { signal }: CallOptions): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (error instanceof CallError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError')
    return new TimeoutError(operation.id, 'No response came in time.', { cause: error });
  // `fetch` reports every failure of the network as a TypeError.
  if (!(error instanceof TypeError)) return error;
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new ConnectionError(operation.id, `The connection failed: ${reason}`, { cause: error });
}
