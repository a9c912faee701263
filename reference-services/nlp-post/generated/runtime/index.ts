// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** The part of the server that is the same for every contract. Copied beside the generated code, which wires it up. */
export { preferredType } from './accept.ts';
export type { SecurityHandler } from './authorise.ts';
export type { Answer, Context, HandlerOutput, OperationInfo, SecurityContext, ServerEnv } from './context.ts';
export type {
  ApiKeyCredential,
  BasicCredential,
  BearerCredential,
  Credential,
  HttpCredential,
  RequestCredential,
} from './credentials.ts';
export type { Fault } from './fault.ts';
export type { Items } from './items.ts';
export type { JsonSchema, OperationSpec, SecuritySchemeSpec } from './operation.ts';
export type { HandlerFailure, ResponseViolation, ServerOptions } from './options.ts';
export {
  HttpProblem,
  type HttpProblemOptions,
  type ProblemDetails,
  type ProblemKind,
  type ProblemType,
} from './problem.ts';
export { requestId } from './request-id.ts';
export type { Binary, BinaryBody } from './response-body.ts';
export { Routes } from './routes.ts';
export { SchemaSet } from './schema-set.ts';
export type { ServerSentEvent } from './server-sent-event.ts';
export type {
  ClientErrorStatus,
  FailureStatus,
  RedirectStatus,
  ServerErrorStatus,
  StatusCode,
  SuccessStatus,
} from './status.ts';
