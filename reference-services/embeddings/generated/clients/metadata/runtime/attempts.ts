// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ServiceData, StreamOptions, TransportConfig } from './config.ts';
import { unlessAborted } from './deadline.ts';
import { ConnectionError, TimeoutError } from './errors.ts';
import { explain } from './explain.ts';
import type { OperationData, OperationInput } from './operation.ts';
import { type PreparedCall, prepareCall } from './request.ts';
import { isRepeatable, pause, waitBefore } from './retry.ts';

export interface Call {
  readonly service: ServiceData;
  readonly config: TransportConfig;
  readonly operation: OperationData;
  readonly input: OperationInput;
  readonly options: StreamOptions;
}

/** Sends a call as often as it takes: again after a passing failure, and once more when the server refused its token. */
export async function perform<Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> {
  const prepared = prepareCall(call);
  try {
    return await attempts(call, prepared, read);
  } catch (error) {
    prepared.abandon();
    throw error;
  }
}

async function attempts<Result>(
  { config, operation, options }: Call,
  { next, repeatable }: PreparedCall,
  read: (response: Response) => Promise<Result>,
): Promise<Result> {
  const retry = options.retry ?? config.retry ?? false;
  let renewed = false;
  for (let attempt = 1; ; ) {
    const sent = await unlessAborted(options.signal, next());
    const mayRepeat = retry !== false && repeatable && isRepeatable(sent.request);
    let wait: number | undefined;
    try {
      const response = await dispatch(sent.request, config, operation);
      if (response.status === 401 && sent.renew !== undefined && !renewed) {
        renewed = true;
        const renewal = unlessAborted(options.signal, sent.renew());
        if (repeatable) {
          discard(response);
          await renewal;
          continue;
        }
        // A body that is spent cannot be sent again, but the next call will profit.
        await renewal.catch(() => undefined);
      }
      wait = mayRepeat ? waitBefore(attempt, response, retry) : undefined;
      if (wait === undefined) return await read(response);
      discard(response);
    } catch (error) {
      const failure = explain(operation, error, options);
      wait = mayRepeat && isPassing(failure) ? waitBefore(attempt, undefined, retry) : undefined;
      if (wait === undefined) throw failure;
    } finally {
      sent.deadline.lift();
    }
    attempt++;
    await pause(wait, options.signal);
  }
}

function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

function isPassing(failure: unknown): boolean {
  return failure instanceof ConnectionError || failure instanceof TimeoutError;
}

function dispatch(request: Request, config: TransportConfig, operation: OperationData): Promise<Response> {
  const send = config.fetch ?? fetch;
  const chain = (config.middleware ?? []).reduceRight<(request: Request) => Promise<Response>>(
    (next, middleware) => (passed) => middleware(passed, next, operation),
    (passed) => send(passed),
  );
  return chain(request);
}
