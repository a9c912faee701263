// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** What Hono's context carries from one middleware to the next. */
export interface ServerEnv {
  readonly Variables: {
    requestId: string;
    /** Known after `next()`; undefined where no operation has this path and method. */
    operation: OperationInfo | undefined;
  };
}

/** Which operation of the contract a request is for, for metrics, logs and limits. */
export interface OperationInfo {
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The template of the contract: `/pets/{petId}`. */
  readonly path: string;
}

/** What a handler gets beside its input. */
export interface Context<Deps, Principal = undefined> {
  readonly deps: Deps;
  /** Who asks: what the security handler of the first scheme returned. Undefined where nobody is asked. */
  readonly principal: Principal;
  /** What each security handler returned, by the name of its scheme. */
  readonly principals: ReadonlyMap<string, unknown>;
  readonly requestId: string;
  readonly operationId: string;
  /** The request itself; its body has been read. Its `signal` tells when the client has gone. */
  readonly request: Request;
}

/** What a security handler gets beside the credential. */
export interface SecurityContext<Deps> {
  readonly deps: Deps;
  /** The scopes that the operation asks for. */
  readonly scopes: readonly string[];
  readonly requestId: string;
  readonly operationId: string;
  readonly request: Request;
}

/** What every handler returns, whatever its operation; the generated types are far narrower. */
export interface HandlerOutput {
  readonly status: number;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: { readonly [name: string]: unknown };
}

/** What a handler returns: its output now, or later. */
export type Answer<Output extends HandlerOutput> = Output | Promise<Output>;
