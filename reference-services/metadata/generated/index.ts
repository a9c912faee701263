/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */
export * from './handlers.ts';
export * from './routes.ts';
export type { SecurityHandlers } from './security.ts';
export type * from './types.ts';
export {
  type Context,
  type Credential,
  HttpProblem,
  type HttpProblemOptions,
  type ProblemDetails,
  type ProblemKind,
  requestId,
  type ResponseViolation,
  type SecurityContext,
  type ServerEnv,
  type ServerOptions,
} from './runtime/index.ts';
