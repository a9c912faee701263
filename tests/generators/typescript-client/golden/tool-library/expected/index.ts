export { type ApiClient, createClient } from './client.js';
export * from './operations.js';
export type { Binary, BinaryBody } from './runtime/binary.js';
export type { CallOptions, Middleware } from './runtime/config.js';
export {
  CallError,
  ConnectionError,
  InputError,
  ResponseError,
  TimeoutError,
  UnexpectedResponseError,
} from './runtime/errors.js';
export { isSuccess, type SuccessOf, unwrap } from './runtime/result.js';
export type { RetryOptions } from './runtime/retry.js';
export { serverUrl } from './runtime/servers.js';
export type { Transport } from './runtime/transport.js';
export { type ClientConfig, type ClientCredentials, createTransport, servers } from './transport.js';
export * from './types.js';
