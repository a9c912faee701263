import { answeredBody } from './carry.ts';
import type { Call } from './draw/calls.ts';
import { undeclaredStatus } from './draw/statuses.ts';
import { inputOf, RoundTripError } from './exchange.ts';
import type { OperationPlan, ParameterPlan } from './plan.ts';
import type { Service } from './service.ts';
import type { Components, Shape } from './shapes/shape.ts';

export interface WrongCounts {
  answers: number;
  inputs: number;
}

/** What a call that arrives is made to say wrongly. */
export interface WrongCall {
  readonly service: Service;
  readonly operation: OperationPlan;
  readonly index: number;
  readonly call: Call;
  readonly components: Components;
}

/** An answer that the contract does not allow becomes a 500 with one line in the log; an input that it does not allow a 4xx. */
export async function makeWrong(wrong: WrongCall): Promise<WrongCounts> {
  const { operation, call, components } = wrong;
  const answers = [undeclaredAnswer(operation), misshapenAnswer(call, components)].filter((one) => one !== undefined);
  for (const answer of answers) await expectViolation(wrong, answer);
  const input = misshapenInput(operation, call, components);
  if (input !== undefined) await expectRefusal(wrong, input);
  return { answers: answers.length, inputs: input === undefined ? 0 : 1 };
}

function undeclaredAnswer({ responses }: OperationPlan): object | undefined {
  const status = undeclaredStatus(responses.map((response) => response.status));
  return status === undefined ? undefined : { status };
}

function misshapenAnswer({ answer }: Call, components: Components): object | undefined {
  if (answer.body?.media.kind !== 'json') return undefined;
  const body = wrongFor(answer.body.media.shape, components);
  if (body === undefined) return undefined;
  return { status: answer.status, headers: answer.headers, contentType: answer.body.type, body };
}

async function expectViolation({ service, operation, index, call }: WrongCall, answer: object): Promise<void> {
  service.reset();
  service.answer = () => answer;
  await send(service, index, inputOf(operation, call));
  const [response] = service.log.responses;
  if (response?.status === 500 && service.log.violations.length === 1 && service.log.errors.length === 0) return;
  const { violations, errors } = service.log;
  throw new RoundTripError('A wrong answer was sent', { answer, status: response?.status, violations, errors });
}

function misshapenInput(operation: OperationPlan, call: Call, components: Components): object | undefined {
  const input = inputOf(operation, call);
  const parameter = operation.parameters.find(isNumeric);
  if (parameter !== undefined) return { ...input, query: { ...call.parameters.query, [parameter.name]: 'wrong' } };
  if (call.body?.media.kind !== 'json') return undefined;
  const body = wrongFor(call.body.media.shape, components);
  return body === undefined ? undefined : { ...input, body };
}

function isNumeric({ in: place, name, shape, written }: ParameterPlan): boolean {
  const isPlain = place === 'query' && written.kind === 'style' && written.style === 'form' && name !== '__proto__';
  return isPlain && (shape.kind === 'integer' || shape.kind === 'number' || shape.kind === 'boolean');
}

async function expectRefusal({ service, index, call }: WrongCall, input: object): Promise<void> {
  service.reset();
  service.answer = () => ({
    status: call.answer.status,
    ...(call.answer.body && { body: answeredBody(call.answer.body) }),
  });
  await send(service, index, input);
  const status = service.log.responses[0]?.status ?? 0;
  if (status >= 400 && status < 500 && service.log.inputs.length === 0) return;
  throw new RoundTripError('A wrong input was not refused', { input, status, got: service.log.inputs[0] });
}

/** The client throws for answers that the contract does not describe; here only what the server did counts. */
async function send(service: Service, index: number, input: object): Promise<void> {
  await service.calls[index]?.(input).catch(() => undefined);
}

/** A value that the shape does not have; undefined where it has every value. */
function wrongFor(shape: Shape, components: Components): unknown {
  switch (shape.kind) {
    case 'anything':
      return undefined;
    case 'list':
    case 'tuple':
      return 5;
    case 'nullable':
      return wrongFor(shape.of, components);
    case 'named':
      return wrongFor(components.get(shape.name) ?? { kind: 'anything' }, components);
    default:
      return ['wrong'];
  }
}
