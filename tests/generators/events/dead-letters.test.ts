import { describe, expect, test } from 'vitest';
import type { RawMessage } from '../../../generators/events/runtime/broker.ts';
import { deadLettersTo } from '../../../generators/events/runtime/dead-letter.ts';
import { PermanentError } from '../../../generators/events/runtime/errors.ts';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import { Receiver } from '../../../generators/events/runtime/receiver.ts';
import { exponentialDelay } from '../../../generators/events/runtime/retry.ts';
import { Sender } from '../../../generators/events/runtime/sender.ts';
import { received } from './received.ts';
import { note, operation, orderCancelled, packed, schemas } from './specs.ts';

describe('a message whose handler fails', () => {
  const spec = operation([orderCancelled]);
  const raw = [{ body: '{"reason":"late"}' }];
  const fail = (): void => {
    throw new RangeError('no room');
  };

  test('is tried three times and then becomes a dead letter', async () => {
    const { handled, verdicts, errors, letters } = await received(spec, raw, { handler: fail });
    expect(handled).toHaveLength(3);
    expect([verdicts, letters[0]?.deliveries]).toEqual([['failed: RangeError: no room'], 3]);
    expect(errors).toEqual(['RangeError: no room', 'RangeError: no room']);
  });

  test('is done when a later try succeeds', async () => {
    const { handled, verdicts } = await received(spec, raw, {
      handler: (deliveries) => (deliveries < 3 ? fail() : undefined),
    });
    expect([handled.length, verdicts]).toEqual([3, []]);
  });

  test('is tried as often as asked for, with the delays asked for', async () => {
    const delays: number[] = [];
    const retry = { maxDeliveries: 4, delayMs: (deliveries: number) => delays.push(deliveries) };
    const { handled, verdicts } = await received(spec, raw, { handler: fail, retry });
    expect([handled.length, delays, verdicts.length]).toEqual([4, [1, 2, 3], 1]);
  });

  test('is not tried again when the handler says that it is of no use', async () => {
    const handler = (): void => {
      throw new PermanentError('no such recording');
    };
    const { handled, verdicts } = await received(spec, raw, { handler });
    expect([handled.length, verdicts]).toEqual([1, ['failed: PermanentError: no such recording']]);
  });

  test('holds up no other', async () => {
    const raws = Array.from({ length: 50 }, (_, i) => ({ body: `{"reason":"${i === 7 ? 'poison' : 'late'}"}` }));
    let calls = 0;
    const handler = (): void => {
      if (++calls === 8) fail();
    };
    const { handled, verdicts } = await received(spec, raws, { handler });
    expect([handled.length, verdicts]).toEqual([51, []]);
  });
});

test('nothing is given up before its dead letter is stored', async () => {
  let tries = 0;
  const deadLetter = async (): Promise<void> => {
    if (++tries < 5) throw new Error('the store is away');
  };
  const { handled, errors } = await received(operation([orderCancelled]), [{ body: '{}' }], { deadLetter });
  expect([handled, tries]).toEqual([[], 5]);
  expect(errors).toEqual(Array(4).fill('Error: the store is away'));
});

test('a message that killed its workers becomes a dead letter without another call', async () => {
  const broker = new MemoryBroker();
  const letters: string[] = [];
  const receiver = new Receiver(
    // As a server redelivers what no process lived to settle.
    {
      ...unbound(broker),
      subscribe: (template, options, take) =>
        broker.subscribe(template, options, (delivery) => take({ ...delivery, deliveries: 4 })),
    },
    schemas,
    { durable: 'd', deadLetter: async ({ error }) => void letters.push(error) },
  );
  await receiver.receive(operation([note]), () => expect.unreachable());
  await new Sender(broker, schemas).send(operation([note]), { payload: 'x' });
  await broker.settled();
  expect(letters).toEqual(['was delivered 4 times, and no worker lived to finish it']);
});

test('dead letters go to an address, once for each worker, with what happened in headers', async () => {
  const broker = new MemoryBroker();
  const deadLetter = deadLettersTo(broker, 'DLQ_ASR');
  for (const durable of ['a', 'b']) {
    const receiver = new Receiver(broker, schemas, { durable, deadLetter, retry: { maxDeliveries: 1 } });
    await receiver.receive(operation([note]), () => {
      throw new Error('two\nlines');
    });
  }
  await new Sender(broker, schemas, { newId: () => 'n' }).send(operation([note]), {
    payload: 'x',
    headers: { Trace: 't' },
  });
  await broker.settled();
  const stored = broker.messages.filter(({ address }) => address === 'DLQ_ASR');
  expect(stored.map(({ id, headers, body }) => ({ id, headers, body: new TextDecoder().decode(body) }))).toEqual(
    ['a', 'b'].map((durable) => ({
      id: `dead-letter:${durable}:n`,
      headers: {
        Trace: 't',
        'content-type': 'text/plain',
        'dead-letter-reason': 'failed',
        'dead-letter-error': 'Error: two lines',
        'dead-letter-address': 'orders',
        'dead-letter-durable': durable,
        'dead-letter-deliveries': '1',
        'dead-letter-id': 'n',
      },
      body: 'x',
    })),
  );
});

test('a payload that needs a codec is noticed before the first message comes', async () => {
  await expect(received(operation([packed]), [])).rejects.toThrow(
    'The message "packed" is application/msgpack: give a codec for it in the option "codecs"',
  );
});

test('delays grow to a minute, each with its own share of chance', () => {
  const delays = [1, 2, 3, 4, 7, 50].map(exponentialDelay);
  for (const [i, full] of [1_000, 2_000, 4_000, 8_000, 60_000, 60_000].entries()) {
    expect(delays[i]).toBeGreaterThanOrEqual(full / 2);
    expect(delays[i]).toBeLessThanOrEqual(full);
  }
});

/** The methods of a broker as own members, so that one can be exchanged. */
function unbound(broker: MemoryBroker) {
  return {
    publish: broker.publish.bind(broker),
    subscribe: broker.subscribe.bind(broker),
    request: (...args: Parameters<MemoryBroker['request']>): Promise<RawMessage> => broker.request(...args),
    respond: broker.respond.bind(broker),
    close: broker.close.bind(broker),
  };
}
