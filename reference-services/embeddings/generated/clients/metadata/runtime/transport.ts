// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Call, perform } from './attempts.ts';
import type { ServiceData, StreamOptions, TransportConfig } from './config.ts';
import { explain } from './explain.ts';
import type { OperationData, OperationInput } from './operation.ts';
import { readResponse } from './response.ts';

/** Sends operations. */
export interface Transport {
  send<Result>(operation: OperationData, input: OperationInput, options?: StreamOptions): Promise<Result>;
}

export function connect(service: ServiceData, config: TransportConfig): Transport {
  return {
    async send<Result>(operation: OperationData, input: OperationInput, options: StreamOptions = {}): Promise<Result> {
      const call: Call = { service, config, operation, input, options };
      const result = await perform(call, (response) =>
        readResponse(operation, response, {
          options,
          again: (headers) =>
            perform(
              { ...call, options: { ...options, headers: { ...options.headers, ...headers } } },
              async (next) => next,
            ),
          explain: (error) => explain(operation, error, options),
        }),
      );
      // The generated result types describe exactly what is read here: status by status, type by type.
      return result as Result;
    },
  };
}
