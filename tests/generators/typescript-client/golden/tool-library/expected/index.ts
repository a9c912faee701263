export { type ApiClient, createClient } from './client.js';
export * from './operations.js';
export type { Binary, BinaryBody, ByteStream } from './runtime/binary.js';
export type { CallOptions, Middleware, ReconnectOptions, StreamOptions } from './runtime/config.js';
export {
  CallError,
  ConnectionError,
  CredentialsError,
  InputError,
  ResponseError,
  TimeoutError,
  UnexpectedResponseError,
} from './runtime/errors.js';
export { type GrantedToken, type RefreshingOptions, refreshing } from './runtime/refreshing.js';
export { type FailureOf, isFailure, isSuccess, type Streamed, type SuccessOf, unwrap } from './runtime/result.js';
export type { RetryOptions } from './runtime/retry.js';
export { serverUrl } from './runtime/servers.js';
export type { Transport } from './runtime/transport.js';
export { type Unwrapped, unwrapped } from './runtime/unwrapped.js';
export { type ClientConfig, type ClientCredentials, createTransport, servers } from './transport.js';
export * from './types.js';
