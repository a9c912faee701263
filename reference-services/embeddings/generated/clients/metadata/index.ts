export { type ApiClient, createClient } from './client.ts';
export * from './operations.ts';
export type { Binary, BinaryBody } from './runtime/binary.ts';
export type { CallOptions, Middleware } from './runtime/config.ts';
export {
  CallError,
  ConnectionError,
  CredentialsError,
  InputError,
  ResponseError,
  TimeoutError,
  UnexpectedResponseError,
} from './runtime/errors.ts';
export { type Paginated, PaginationError } from './runtime/pages.ts';
export { type GrantedToken, type RefreshingOptions, refreshing } from './runtime/refreshing.ts';
export { type FailureOf, isFailure, isSuccess, type SuccessOf, unwrap } from './runtime/result.ts';
export type { RetryOptions } from './runtime/retry.ts';
export { serverUrl } from './runtime/servers.ts';
export type { Transport } from './runtime/transport.ts';
export { type Unwrapped, unwrapped } from './runtime/unwrapped.ts';
export { type ClientConfig, type ClientCredentials, createTransport, servers } from './transport.ts';
export * from './types.ts';
