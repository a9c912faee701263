export type { Binary, BinaryBody } from './binary.ts';
export type { BasicLogin, Credentials, Login, Secret } from './credentials.ts';
export {
  CallError,
  ConnectionError,
  InputError,
  ResponseError,
  TimeoutError,
  UnexpectedResponseError,
} from './errors.ts';
export type { OperationData, OperationInput, ServerData } from './operation.ts';
export { type DeclaredHeaders, isSuccess, type SuccessOf, unwrap } from './result.ts';
export type { RetryOptions } from './retry.ts';
export { serverUrl } from './servers.ts';
export type { AnyStatus, Status1XX, Status2XX, Status3XX, Status4XX, Status5XX, StatusOfFailure } from './status.ts';
export {
  type CallOptions,
  connect,
  type Middleware,
  type ServiceData,
  type Transport,
  type TransportConfig,
} from './transport.ts';
