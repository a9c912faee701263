import type { HttpContract } from '../../../core/contract/model.ts';

/** The path of an operation that anybody may ask whether the service is alive; plain text that needs no quotes anywhere. */
export function healthPath({ operations }: HttpContract): string | undefined {
  const found = operations.find(
    ({ method, path, parameters, security }) =>
      method === 'get' &&
      /^\/(?:[a-z0-9_-]+\/)*(?:health|healthz|livez|live|liveness|ping)$/i.test(path) &&
      security.every(({ schemes }) => schemes.size === 0) &&
      !parameters.some(({ required }) => required),
  );
  return found?.path;
}
