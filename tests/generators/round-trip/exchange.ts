import { isDeepStrictEqual } from 'node:util';
import { answeredBody, receivedBody, sentBody } from './carry.ts';
import type { Call } from './draw/calls.ts';
import { expectedInput } from './expected.ts';
import { writtenHeader } from './header-text.ts';
import { plain } from './plain.ts';
import type { OperationPlan } from './plan.ts';
import type { Service } from './service.ts';

export type Outcome =
  | { readonly kind: 'arrived' }
  /** The client says that the value cannot be written, and sends nothing. */
  | { readonly kind: 'refused'; readonly by: 'client' | 'server'; readonly reason: string }
  | { readonly kind: 'unanswerable'; readonly reason: string };

/** Something was lost or changed on the way. */
export class RoundTripError extends Error {
  override readonly name = 'RoundTripError';
  constructor(what: string, details: Readonly<Record<string, unknown>>) {
    super(
      `${what}\n${Object.entries(details)
        .map(([name, value]) => `  ${name}: ${show(value)}`)
        .join('\n')}`,
    );
  }
}

/** Makes one call and compares what arrives on both sides with what was sent. */
export async function exchange(
  service: Service,
  operation: OperationPlan,
  index: number,
  call: Call,
): Promise<Outcome> {
  const { log } = service;
  service.reset();
  const { answer } = call;
  service.answer = () => ({
    status: answer.status,
    headers: answer.headers,
    ...(answer.body !== undefined && { body: answeredBody(answer.body), contentType: answer.body.type }),
  });
  const expected = expectedInput(operation, call);
  const result = await settle(service.calls[index]?.(inputOf(operation, call)));
  if (result.error?.name === 'InputError') {
    if (log.responses.length > 0)
      throw new RoundTripError('A request was sent although its input was refused', { error: result.error });
    return { kind: 'refused', by: 'client', reason: result.error.message };
  }
  const [response] = log.responses;
  if (log.inputs.length === 0) {
    const status = response?.status ?? 0;
    if (expected.mayBeRefused !== undefined && status >= 400 && status < 500) {
      return { kind: 'refused', by: 'server', reason: expected.mayBeRefused };
    }
    const said = response === undefined ? undefined : await response.clone().text();
    throw new RoundTripError('The request did not reach the handler', {
      status,
      said,
      error: result.error,
      sent: call,
      errors: log.errors,
    });
  }
  const value = await plain(expected.value);
  if (!isDeepStrictEqual(log.inputs, [value])) {
    throw new RoundTripError('The handler was given something else than what was sent', {
      sent: value,
      got: log.inputs[0],
    });
  }
  return compareAnswer(service, call, result);
}

async function compareAnswer({ log }: Service, { answer }: Call, result: Settled): Promise<Outcome> {
  const texts = Object.entries(answer.headers).map(
    ([name, value]) => [name, writtenHeader(answer.response, name, value)] as const,
  );
  const odd = texts.find(([, text]) => text === undefined);
  if (odd !== undefined) {
    if (log.responses[0]?.status === 500 && log.violations.length === 1)
      return { kind: 'unanswerable', reason: `header ${odd[0]}` };
    throw new RoundTripError('A header that cannot be written was answered', {
      header: odd[0],
      answer,
      violations: log.violations,
    });
  }
  if (log.violations.length + log.errors.length > 0) {
    throw new RoundTripError('A legal answer was not sent', { answer, violations: log.violations, errors: log.errors });
  }
  if (result.error !== undefined)
    throw new RoundTripError('The client could not read a legal answer', { answer, error: result.error });
  const { status, contentType, body, headers } = result.value;
  const got = {
    status,
    contentType,
    body: withoutRequestId(await plain(body), answer),
    headers: texts.map(([name]) => [name, headers.get(name)]),
  };
  const wanted = {
    ...{ status: answer.status, contentType: answer.body?.media.type },
    body: answer.body === undefined ? undefined : await plain(receivedBody(answer.body)),
    headers: texts,
  };
  if (isDeepStrictEqual(got, wanted)) return { kind: 'arrived' };
  throw new RoundTripError('The client gave back something else than what the handler answered', {
    answered: wanted,
    got,
  });
}

/** What the caller passes, groups without members left out. */
export function inputOf(operation: OperationPlan, { parameters, body }: Call): Record<string, unknown> {
  const groups = {
    path: parameters.path,
    query: parameters.query,
    headers: parameters.header,
    cookies: parameters.cookie,
  };
  const present = Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0);
  const [whole] = Object.values(parameters.querystring);
  const named = (operation.body?.content.length ?? 0) > 1 || body?.media.type.includes('*') === true;
  return {
    ...Object.fromEntries(present),
    ...(whole !== undefined && { querystring: whole }),
    ...(body !== undefined && { body: sentBody(body), ...(named && { contentType: body.type }) }),
  };
}

/** The server adds the request's id to problem documents that do not have it. */
function withoutRequestId(body: unknown, { body: answered }: Call['answer']): unknown {
  const isProblem = answered?.type === 'application/problem+json' && typeof body === 'object' && body !== null;
  if (!isProblem || Array.isArray(body) || Object.hasOwn(Object(answered.value), 'requestId')) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'requestId'));
}

interface Result {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: unknown;
  readonly headers: Headers;
}

type Settled = { readonly value: Result; readonly error?: never } | { readonly error: Error; readonly value?: never };

async function settle(promise: Promise<unknown> | undefined): Promise<Settled> {
  try {
    // What every result of the client looks like; what is in it is compared member by member.
    return { value: (await promise) as Result };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return (
    JSON.stringify(value, (_, one) =>
      one instanceof Map ? [...one] : one instanceof Uint8Array ? `bytes ${Buffer.from(one).toString('hex')}` : one,
    ) ?? 'undefined'
  );
}
