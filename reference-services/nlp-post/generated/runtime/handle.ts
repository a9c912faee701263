// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { refuseUnacceptable } from './accept.ts';
import { authorise, type Gate } from './authorise.ts';
import type { Context, HandlerOutput, OperationInfo } from './context.ts';
import type { Fault } from './fault.ts';
import { isAbsentIfMatch, refuseInvalid } from './invalid-request.ts';
import { removeOneWay } from './one-way.ts';
import type { OperationSpec } from './operation.ts';
import {
  defaultKeepAliveMs,
  defaultMaxBodyBytes,
  logError,
  logViolation,
  type ServerOptions,
  validatesByDefault,
} from './options.ts';
import { readParameters } from './parameters.ts';
import { HttpProblem, type ProblemContext, problemResponse, Refusal } from './problem.ts';
import { readBody } from './read-body.ts';
import { respond } from './respond.ts';
import { matchRoutePath, type RoutePath } from './route-path.ts';
import type { SchemaSet } from './schema-set.ts';

export type AnyHandler = (input: unknown, context: Context<unknown, unknown>) => HandlerOutput | Promise<HandlerOutput>;

export interface Endpoint {
  readonly operation: OperationSpec;
  readonly info: OperationInfo;
  readonly path: RoutePath;
  readonly handler: AnyHandler;
}

export interface Server {
  readonly schemas: SchemaSet;
  readonly gate: Gate;
  readonly options: ServerOptions<unknown>;
}

/** One request from its arrival to its answer. It never throws: whatever happens becomes a response. */
export async function handle(
  server: Server,
  endpoint: Endpoint,
  request: Request,
  requestId: string,
): Promise<Response> {
  const { operation } = endpoint;
  const problems: ProblemContext = { requestId, typeOf: server.options.problemType };
  try {
    const output = await ask(server, endpoint, request, requestId);
    return send(server, operation, output, problems);
  } catch (error) {
    if (error instanceof Refusal) return problemResponse(error, problems);
    if (error instanceof HttpProblem) return send(server, operation, asOutput(error), problems);
    (server.options.onError ?? logError)(error, { operationId: operation.id, requestId });
    return problemResponse(internalError(), problems);
  }
}

export function internalError(): Refusal {
  return new Refusal(
    'internal-error',
    500,
    'Something went wrong on our side. Quote the request id when you report it.',
  );
}

/** Who asks, then what is asked; the handler sees only what the contract allows. */
async function ask(server: Server, endpoint: Endpoint, request: Request, requestId: string): Promise<HandlerOutput> {
  const { operation, info, handler } = endpoint;
  const { options } = server;
  const path = matchRoutePath(endpoint.path, request.url);
  if (path === undefined) throw new Refusal('not-found', 404, 'There is nothing at this path.');
  const about = { deps: options.deps, request, requestId, operationId: operation.id };
  const principals = await refusingAsIs(() => authorise(server.gate, operation, about));
  if (options.refuseUnacceptable === true) refuseUnacceptable(operation, request);
  const input = await readInput(server, operation, request, path);
  const [principal] = principals.values();
  const context = { ...about, principal, principals };
  if (options.around === undefined) return handler(input, context);
  return options.around(info, input, context, async () => handler(input, context));
}

/** What a security handler throws is sent as it is: operations need not declare how authentication fails. */
async function refusingAsIs<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof HttpProblem) || error instanceof Refusal) throw error;
    throw Refusal.from(error);
  }
}

async function readInput(
  server: Server,
  operation: OperationSpec,
  request: Request,
  path: ReadonlyMap<string, string>,
): Promise<unknown> {
  const { values, faults } = readParameters(server.schemas, operation, request, path);
  const precondition = faults.find((fault) => isAbsentIfMatch(fault, operation));
  if (precondition !== undefined && faults.length === 1) {
    throw new Refusal('precondition-required', 428, 'Read the resource and send its ETag in If-Match.', {
      errors: faults,
    });
  }
  if (operation.body === undefined) {
    refuseInvalid(operation, faults, []);
    return values;
  }
  const options = { maxBytes: limitFor(server.options, operation.id), parseMultipart: server.options.parseMultipart };
  const { body, contentType, faults: bodyFaults } = await readBody(server.schemas, operation.body, request, options);
  refuseInvalid(operation, faults, bodyFaults);
  const schema = operation.body.content.find(({ type }) => type === contentType)?.schema;
  // Clients may send back what they have read, but the server alone decides on it.
  removeOneWay(server.schemas, schema ?? true, body, 'readOnly');
  return { ...values, body, contentType };
}

function limitFor({ maxBodyBytes = defaultMaxBodyBytes }: ServerOptions<unknown>, operationId: string): number {
  return typeof maxBodyBytes === 'function' ? maxBodyBytes(operationId) : maxBodyBytes;
}

/** A response that breaks the contract is the service's fault: the client gets a 500, never a 400, and the log the reasons. */
function send(server: Server, operation: OperationSpec, output: HandlerOutput, problems: ProblemContext): Response {
  const { validateResponses: check = validatesByDefault(), keepAliveMs = defaultKeepAliveMs } = server.options;
  const { requestId } = problems;
  const operationId = operation.id;
  const tolerate = (faults: readonly Fault[]) => {
    report(server, { operationId, requestId, status: output.status, faults });
    return check !== true;
  };
  const failed = (error: unknown) => (server.options.onError ?? logError)(error, { operationId, requestId });
  const options = { validate: check !== false, requestId, tolerate, failed, keepAlive: keepAliveMs };
  const { response, faults } = respond(server.schemas, operation, output, options);
  if (response !== undefined && faults.length === 0) return response;
  if (!tolerate(faults)) {
    // Nobody will read the answer: a source that waits for its reader has to know.
    if (isSource(output.body)) response?.body?.cancel().catch(failed);
    return problemResponse(internalError(), problems);
  }
  const unchecked = response ?? respond(server.schemas, operation, output, { ...options, validate: false }).response;
  return unchecked ?? problemResponse(internalError(), problems);
}

function isSource(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function report(
  server: Server,
  violation: { operationId: string; requestId: string; status: number; faults: readonly Fault[] },
): void {
  (server.options.onResponseViolation ?? logViolation)(violation);
}

/** A problem that a handler throws goes the way of everything that a handler returns. */
function asOutput(problem: HttpProblem): HandlerOutput {
  return {
    status: problem.status,
    body: problem.details,
    contentType: 'application/problem+json',
    headers: problem.headers,
  };
}
