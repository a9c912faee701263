// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { Hono } from 'hono';
import type { AnySecurityHandlers, SecuritySchemes } from './authorise.ts';
import type { ServerEnv } from './context.ts';
import { type AnyHandler, type Endpoint, handle, internalError, type Server } from './handle.ts';
import type { JsonSchema, OperationSpec } from './operation.ts';
import { logError, type ServerOptions } from './options.ts';
import { HttpProblem, problemResponse, Refusal } from './problem.ts';
import { requestId } from './request-id.ts';
import { byPrecedence, routePath } from './route-path.ts';
import { SchemaSet } from './schema-set.ts';

export interface RoutesParts<Deps> {
  readonly options: ServerOptions<Deps>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly securitySchemes: SecuritySchemes;
  readonly security: object;
}

/** Collects the operations of a contract and registers them with Hono, concrete paths first. */
export class Routes<Deps> {
  readonly #server: Server;
  readonly #endpoints: Endpoint[] = [];

  constructor({ options, schemas, securitySchemes, security }: RoutesParts<Deps>) {
    // The generated `SecurityHandlers` has one method for each scheme, typed by the credential that the scheme reads.
    const handlers = security as AnySecurityHandlers;
    this.#server = {
      schemas: new SchemaSet(schemas),
      gate: { realm: options.realm ?? 'api', schemes: securitySchemes, handlers },
      options,
    };
  }

  /**
   * Lets `handlers[name]` answer an operation. The generated `Handlers` types it; what reaches it has been read and
   * checked by the same contract.
   */
  add<Handlers extends object>(operation: OperationSpec, handlers: Handlers, name: keyof Handlers & string): void {
    const handler = handlers[name];
    if (typeof handler !== 'function') throw new Error(`There is no handler named ${JSON.stringify(name)}.`);
    const { id: operationId, method, path } = operation;
    this.#endpoints.push({
      operation,
      info: { operationId, method, path },
      path: routePath(path),
      // Bound, so that handlers may live in a class.
      handler: handler.bind(handlers) as AnyHandler,
    });
  }

  build(): Hono<ServerEnv> {
    const app = new Hono<ServerEnv>();
    const { middleware = [], newRequestId } = this.#server.options;
    app.use(requestId(newRequestId), ...middleware);
    app.notFound((c) =>
      problemResponse(notFound(), { requestId: c.get('requestId'), typeOf: this.#server.options.problemType }),
    );
    app.onError((error, c) => this.#failed(error, c.get('requestId')));
    const sorted = this.#endpoints.toSorted((a, b) => byPrecedence(a.path, b.path));
    for (const path of new Set(sorted.map((endpoint) => endpoint.operation.path))) {
      this.#register(
        app,
        sorted.filter((endpoint) => endpoint.operation.path === path),
      );
    }
    return app;
  }

  #register(app: Hono<ServerEnv>, endpoints: readonly Endpoint[]): void {
    const [first] = endpoints;
    if (first === undefined) return;
    const path = (this.#server.options.basePath ?? '').replace(/\/$/, '') + first.path.hono;
    // Hono answers HEAD by GET; a HEAD of the contract's own must therefore stand before GET.
    const head = endpoints.filter((endpoint) => endpoint.operation.method === 'HEAD');
    for (const endpoint of [...head, ...endpoints.filter((other) => !head.includes(other))]) {
      const isHead = endpoint.operation.method === 'HEAD';
      app.on(isHead ? 'GET' : endpoint.operation.method, path, async (c, next) => {
        if (isHead && c.req.method !== 'HEAD') return next();
        c.set('operation', endpoint.info);
        const response = await handle(this.#server, endpoint, c.req.raw, c.get('requestId'));
        return c.req.method === 'HEAD' ? withoutBody(response) : response;
      });
    }
    const methods = new Set(endpoints.map((endpoint) => endpoint.operation.method));
    if (methods.has('GET')) methods.add('HEAD');
    const allow = [...methods].join(', ');
    app.all(path, (c) =>
      problemResponse(notAllowed(c.req.method, allow), {
        requestId: c.get('requestId'),
        typeOf: this.#server.options.problemType,
      }),
    );
  }

  /** A middleware failed, not a handler: those answer for themselves. */
  #failed(error: unknown, id: string): Response {
    const { options } = this.#server;
    const context = { requestId: id, typeOf: options.problemType };
    if (error instanceof HttpProblem) return problemResponse(error, context);
    (options.onError ?? logError)(error, { operationId: undefined, requestId: id });
    return problemResponse(internalError(), context);
  }
}

/** Hono would drop the body, but its source has to hear of it: a stream of events may never end by itself. */
function withoutBody(response: Response): Response {
  response.body?.cancel().catch(() => undefined);
  return new Response(null, response);
}

function notFound(): Refusal {
  return new Refusal('not-found', 404, 'There is nothing at this path.');
}

function notAllowed(method: string, allow: string): Refusal {
  return new Refusal('method-not-allowed', 405, `${method} is not offered here. Allowed: ${allow}.`, {
    headers: { allow },
  });
}
