import type { Channel, EventContract, Message } from '../../../core/contract/model.ts';
import type { Schema } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { isObject, type Json, type JsonObject } from '../../../core/source/json.ts';
import { messageDefaults } from '../../events/cloud-event-defaults.ts';
import type { PlannedMessage } from '../../events/messages.ts';
import { planParameters } from '../../events/parameters.ts';
import { payloadFormat } from '../../events/payload-format.ts';
import type { Defaults } from '../../events/runtime/message-spec.ts';
import { eventSchemaData } from '../../events/schema-data.ts';
import { essenceOf } from '../../hono-server/runtime/media-type.ts';
import type { JsonSchema } from '../../hono-server/runtime/operation.ts';
import { unsupported } from '../../unsupported.ts';
import { illegalBodies } from '../illegal-requests.ts';
import { Judge } from '../judge.ts';
import { Sampler } from '../sample-value.ts';

export interface CaseContext {
  readonly contract: EventContract;
  readonly judge: Judge;
  readonly sampler: Sampler;
  readonly print: (schema: Schema) => JsonSchema;
  readonly report: (diagnostic: Diagnostic) => void;
}

export function caseContext(contract: EventContract, report: (diagnostic: Diagnostic) => void): CaseContext {
  const data = eventSchemaData(contract, report);
  const judge = new Judge(Object.fromEntries(data.definitions.map(([name, schema]) => [name, asSchema(schema)])));
  const printed = new Map<Schema, JsonSchema>();
  const print = (schema: Schema): JsonSchema => {
    const known = printed.get(schema) ?? asSchema(data.print(schema));
    printed.set(schema, known);
    return known;
  };
  const accepts = (schema: Schema, value: Json): boolean => judge.verdict(print(schema), value) === 'accepted';
  return { contract, judge, print, report, sampler: new Sampler({ schemas: contract.schemas, accepts }) };
}

/** A value for each parameter of an address; undefined when none can be found for one of them. */
export function parameterValues(channel: Channel, { contract, sampler, report }: CaseContext): JsonObject | undefined {
  const values = planParameters(channel, contract.schemas).map(({ name, schema, default: preset }) => {
    const made = preset ?? (schema === undefined ? 'x' : sampler.parameterFor(schema));
    return [name, made] as const;
  });
  const missing = values.find(([, value]) => value === undefined);
  if (missing === undefined) return Object.fromEntries(values.map(([name, value]) => [name, value ?? '']));
  const message = `No value was found for the parameter ${JSON.stringify(missing[0])}, so its channel is not tested.`;
  report(unsupported('parameter', channel.location, message, 'info'));
  return undefined;
}

/** A message as the runtime's `TestedMessage`. `channel` holds all that travels beside it, and itself. */
export function messageCases(
  { message, label }: PlannedMessage,
  channel: readonly PlannedMessage[],
  context: CaseContext,
): JsonObject {
  const { contract, judge, print } = context;
  const { contentType } = message;
  const examples = examplesOf(message, context);
  const [legal] = examples;
  const { payloadDefaults = {} } = messageDefaults(message, contract.schemas);
  const fitsAnother = (text: string): boolean =>
    channel.some(({ message: other }) => other !== message && mayBeTakenFor(other, contentType, text, context));
  const illegal =
    legal === undefined || message.foreign !== undefined
      ? []
      : illegalBodies({ name: '', contentType, value: legal.payload }, message.payload, { judge, print })
          .flatMap((one) => {
            if (one.kind === 'parameter') return [];
            if (one.kind === 'body') return [{ why: one.why, text: one.text }];
            const { [one.name]: _, ...rest } = isObject(legal.payload ?? null) ? (legal.payload as JsonObject) : {};
            const text = JSON.stringify(one.value === undefined ? rest : { ...rest, [one.name]: one.value });
            const mended = one.value === undefined && Object.hasOwn(payloadDefaults, one.name);
            return [{ why: one.why, text, ...(mended && { mended }) }];
          })
          .filter(({ text }) => !fitsAnother(text));
  const told = examples.map((example) => ({
    ...example,
    ...(fitsAnother(JSON.stringify(example.payload)) && { ambiguous: true }),
  }));
  return { name: label, contentType, examples: told, illegal };
}

/** The examples that keep to the contract, or else one message that was made up. */
function examplesOf(message: Message, context: CaseContext): JsonObject[] {
  const { sampler, contract } = context;
  const format = payloadFormat(message, contract.schemas);
  if (format === 'codec') return [];
  const isRight = (schema: Schema | undefined, value: Json): boolean =>
    schema === undefined || format === 'bytes' || context.judge.verdict(context.print(schema), value) === 'accepted';
  const { payloadDefaults, headerDefaults } = messageDefaults(message, contract.schemas);
  const headersMade = message.headers === undefined ? undefined : sampler.valueFor(message.headers);
  const made = headersMade === undefined ? undefined : withFixedValues(headersMade, headerDefaults);
  const written = message.examples.flatMap(({ name, payload, headers }, i) => {
    if (payload?.value === undefined || !isRight(message.payload, payload.value)) return [];
    return [{ name: name ?? `example ${i + 1}`, payload: payload.value, headers: headers?.value ?? made }];
  });
  const sample = message.payload === undefined || format === 'bytes' ? undefined : sampler.valueFor(message.payload);
  const examples =
    written.length > 0 || sample === undefined
      ? written
      : [{ name: 'made up', payload: withFixedValues(sample, payloadDefaults), headers: made }];
  return examples.map(({ name, payload, headers }) => ({
    ...{ name, payload, ...(format === 'bytes' && { base64: true }) },
    ...(headers !== undefined && { headers }),
  }));
}

/** A schema may admit more than CloudEvents does: `specversion` is seldom more than a string. */
function withFixedValues(made: Json, defaults: Defaults = {}): Json {
  if (!isObject(made)) return made;
  const fixed = Object.entries(defaults).flatMap(([name, source]) => ('value' in source ? [[name, source.value]] : []));
  return { ...made, ...Object.fromEntries(fixed) };
}

/** Whether a text that is wrong for one message is right for another on the channel. */
function mayBeTakenFor(other: Message, contentType: string, text: string, { judge, print }: CaseContext): boolean {
  if (other.foreign !== undefined) return true;
  if (essenceOf(other.contentType) !== essenceOf(contentType)) return false;
  if (other.payload === undefined) return true;
  const value = parsed(text);
  return value !== undefined && judge.verdict(print(other.payload), value) !== 'refused';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `toJsonSchema` gives an object or a boolean. */
function asSchema(printed: Json): JsonSchema {
  return isObject(printed) ? { ...printed } : printed !== false;
}
