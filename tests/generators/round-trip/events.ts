import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { events } from '../../../generators/events/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hasForbiddenMember } from './expected.ts';
import type { Loader } from './load.ts';
import { components, deepShape, flatObject, listOf, primitiveOf } from './shapes/arbitrary.ts';
import { printSchema, record } from './shapes/print-schema.ts';
import type { Components, ObjectShape, Shape } from './shapes/shape.ts';
import { drawValue } from './shapes/values.ts';
import { anyText, headerName, headerText, oddName } from './texts.ts';

/** One operation that sends one kind of message, and the messages that are sent. */
interface EventTrip {
  readonly named: Components;
  readonly channels: readonly ChannelPlan[];
}

interface ChannelPlan {
  readonly payload: Shape;
  readonly headers: Shape;
  readonly sent: readonly { readonly payload: unknown; readonly headers: unknown; readonly region: string }[];
}

export interface EventCounts {
  contracts: number;
  arrived: number;
  refused: number;
}

const eventTrip: fc.Arbitrary<EventTrip> = components('3.1').chain((named) =>
  fc.array(channel(named), { minLength: 1, maxLength: 2 }).map((channels) => ({ named, channels })),
);

function channel(named: Components): fc.Arbitrary<ChannelPlan> {
  const value = primitiveOf(headerText);
  const headers = flatObject(headerName, fc.oneof(value, listOf(value)), { open: false }).map(withDistinctNames);
  return fc.tuple(deepShape('3.1', [...named.keys()]), headers).chain(([payload, header]) => {
    const message = fc.record({
      payload: drawValue(payload, { components: named, text: anyText, memberName: oddName }),
      headers: drawValue(header, { components: named, text: headerText, memberName: headerName }),
      region: fc.stringMatching(/^[a-z\d_-]{1,8}$/),
    });
    return fc.array(message, { minLength: 1, maxLength: 3 }).map((sent) => ({ payload, headers: header, sent }));
  });
}

/** The case of a header's name means nothing. */
function withDistinctNames(shape: ObjectShape): ObjectShape {
  const byName = new Map(shape.members.map((member) => [member.name.toLowerCase(), member]));
  return { ...shape, members: [...byName.values()] };
}

/** What generated publishers of that many random contracts send over the memory broker, generated consumers get. */
export async function eventRoundTrips(
  loader: Loader,
  count: number,
  seed: number,
): Promise<EventCounts & { failure?: string }> {
  const counts: EventCounts = { contracts: 0, arrived: 0, refused: 0 };
  const property = fc.asyncProperty(eventTrip, (trip) => makeEventTrip(trip, loader, counts));
  const details = await fc.check(property, { numRuns: count, seed });
  counts.contracts = details.numRuns;
  return details.failed ? { ...counts, failure: `seed ${seed}\n${String(details.errorInstance)}` } : counts;
}

async function makeEventTrip(trip: EventTrip, loader: Loader, counts: EventCounts): Promise<void> {
  const document = documentOf(trip);
  const contract = contractFrom(JSON.stringify(document), 'asyncapi.json');
  // What the generated module exports under these names; `conformance:generate` compiles them.
  const generated = (await loader.import(events, contract)) as unknown as Generated;
  const broker = new generated.MemoryBroker();
  const dead: unknown[] = [];
  const deadLetter = (letter: unknown) => {
    dead.push(letter);
  };
  const publishers = Object.values(generated.createPublisher(broker));
  const consumers = Object.values(generated.createConsumer(broker, { durable: 'trip', deadLetter }));
  for (const [i, { sent }] of trip.channels.entries()) {
    const got: unknown[] = [];
    await consumers[i]?.((message, context) => {
      got.push({ payload: message.payload, headers: message.headers, region: context.parameters.region });
    });
    const expected: unknown[] = [];
    for (const { region, ...message } of sent) {
      if (hasForbiddenMember(message.payload)) continue;
      try {
        await publishers[i]?.({ ...message, parameters: { region } });
        expected.push({ ...message, region });
        counts.arrived += 1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        counts.refused += 1;
      }
    }
    await until(() => got.length + dead.length >= expected.length);
    if (dead.length > 0 || !isDeepStrictEqual(got, expected)) {
      const told = { sent: expected, got, dead };
      throw new Error(`A message was lost or changed\n${JSON.stringify(told)}\n${JSON.stringify(document)}`);
    }
  }
  await broker.close();
}

/** Brokers refuse control characters in headers themselves. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'InvalidMessageError' || error.message.endsWith('holds a control character');
}

interface Generated {
  readonly MemoryBroker: new () => { close(): Promise<void> };
  readonly createPublisher: (broker: object) => Record<string, (input: object) => Promise<unknown>>;
  readonly createConsumer: (broker: object, options: object) => Record<string, Subscribe>;
}

type Subscribe = (handler: (message: Message, context: Context) => void) => Promise<unknown>;

interface Message {
  readonly payload: unknown;
  readonly headers: unknown;
}

interface Context {
  readonly parameters: { readonly region: string };
}

function documentOf({ named, channels }: EventTrip): object {
  const message = ({ payload, headers }: ChannelPlan) => ({
    contentType: 'application/json',
    payload: printSchema(payload, '3.1'),
    headers: printSchema(headers, '3.1'),
  });
  return {
    asyncapi: '3.0.0',
    info: { title: 'Round trip', version: '1.0.0' },
    channels: record(
      channels.map((one, i) => [
        `c${i}`,
        { address: `c${i}.{region}`, parameters: { region: {} }, messages: { it: message(one) } },
      ]),
    ),
    operations: record(
      channels.map((_, i) => [`publishC${i}`, { action: 'send', channel: { $ref: `#/channels/c${i}` } }]),
    ),
    components: { schemas: record([...named].map(([name, shape]) => [name, printSchema(shape, '3.1')])) },
  };
}

async function until(isDone: () => boolean): Promise<void> {
  for (let i = 0; i < 2_000 && !isDone(); i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}
