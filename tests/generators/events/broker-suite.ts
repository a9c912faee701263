import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Broker, Delivery, OutgoingMessage } from '../../../generators/events/runtime/broker.ts';

export interface BrokerUnderTest {
  readonly broker: Broker;
  /** Addresses start with it, so that tests leave each other alone. */
  readonly prefix: string;
  close(): Promise<void>;
}

/** What every broker must do, whoever implements it. */
export function brokerSuite(name: string, open: () => Promise<BrokerUnderTest>): void {
  describe(name, () => {
    let under: BrokerUnderTest;
    let count = 0;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const message = (template: string, body: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
      address: { template: `${under.prefix}.${template}`, parameters: {} },
      id: `${under.prefix}-${count++}`,
      headers: { 'content-type': 'text/plain', Trace: 'a: b' },
      body: new TextEncoder().encode(body),
      ...more,
    });
    const worker = (durable = 'worker') => ({
      durable: `${durable}-${under.prefix.replaceAll('.', '-')}`,
      concurrency: 1,
    });
    const textOf = ({ body }: { readonly body: Uint8Array }) => new TextDecoder().decode(body);

    /** Collects deliveries, settling each as `settle` says, until `enough` have come. */
    function collect(enough: number, settle: (delivery: Delivery) => Promise<void>) {
      const seen: string[] = [];
      let done: () => void;
      const all = new Promise<void>((resolve) => {
        done = resolve;
      });
      const take = async (delivery: Delivery): Promise<void> => {
        seen.push(`${textOf(delivery)} ${delivery.deliveries}`);
        await settle(delivery);
        if (seen.length >= enough) done();
      };
      return { seen, all, take };
    }

    test('delivers what was published before and after the subscription, in order, whole', async () => {
      await under.broker.publish(message('a', 'before'));
      const whole: Delivery[] = [];
      const { seen, all, take } = collect(2, async (delivery) => {
        whole.push(delivery);
        await delivery.ack();
      });
      await under.broker.subscribe(`${under.prefix}.a`, worker(), take);
      await under.broker.publish(message('a', 'after', { id: `${under.prefix}-last` }));
      await all;
      expect(seen).toEqual(['before 1', 'after 1']);
      const { headers, id, address } = whole[1] ?? {};
      expect(headers).toMatchObject({ 'content-type': 'text/plain', Trace: 'a: b' });
      expect({ id, address }).toEqual({
        id: `${under.prefix}-last`,
        address: { template: `${under.prefix}.a`, parameters: {} },
      });
    });

    test('drops a message whose id it has seen', async () => {
      const twice = message('twice', 'once');
      expect(await under.broker.publish(twice)).toEqual({ id: twice.id, duplicate: false });
      expect(await under.broker.publish(twice)).toEqual({ id: twice.id, duplicate: true });
      const { seen, all, take } = collect(2, (delivery) => delivery.ack());
      await under.broker.subscribe(`${under.prefix}.twice`, worker(), take);
      await under.broker.publish(message('twice', 'next'));
      await all;
      expect(seen).toEqual(['once 1', 'next 1']);
    });

    test('delivers again after a nak, not before its delay', async () => {
      const started = performance.now();
      const { seen, all, take } = collect(2, (delivery) =>
        delivery.deliveries === 1 ? delivery.nak(200) : delivery.ack(),
      );
      await under.broker.subscribe(`${under.prefix}.later`, worker(), take);
      await under.broker.publish(message('later', 'x'));
      await all;
      expect(seen).toEqual(['x 1', 'x 2']);
      expect(performance.now() - started).toBeGreaterThan(190);
    });

    test('never delivers again what was terminated', async () => {
      const { seen, all, take } = collect(2, (delivery) => delivery.term());
      await under.broker.subscribe(`${under.prefix}.never`, worker(), take);
      await under.broker.publish(message('never', 'x'));
      await under.broker.publish(message('never', 'y'));
      await all;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(seen).toEqual(['x 1', 'y 1']);
    });

    test('gives every durable worker each message, and workers of one name share them', async () => {
      const asr = collect(4, (delivery) => delivery.ack());
      const metadata = collect(4, (delivery) => delivery.ack());
      for (let i = 0; i < 2; i++) await under.broker.subscribe(`${under.prefix}.shared`, worker('asr'), asr.take);
      await under.broker.subscribe(`${under.prefix}.shared`, worker('metadata'), metadata.take);
      for (const body of ['1', '2', '3', '4']) await under.broker.publish(message('shared', body));
      await Promise.all([asr.all, metadata.all]);
      expect(asr.seen.toSorted()).toEqual(['1 1', '2 1', '3 1', '4 1']);
      expect(metadata.seen).toEqual(['1 1', '2 1', '3 1', '4 1']);
    });

    test('remembers where a durable worker was', async () => {
      const first = collect(1, (delivery) => delivery.ack());
      const subscription = await under.broker.subscribe(`${under.prefix}.durable`, worker(), first.take);
      await under.broker.publish(message('durable', 'one'));
      await first.all;
      await subscription.drain();
      await under.broker.publish(message('durable', 'two'));
      const second = collect(1, (delivery) => delivery.ack());
      await under.broker.subscribe(`${under.prefix}.durable`, worker(), second.take);
      await second.all;
      expect([...first.seen, ...second.seen]).toEqual(['one 1', 'two 1']);
    });

    test('works on as many messages at once as it is allowed to, and waits for them when it drains', async () => {
      let running = 0;
      let most = 0;
      let finished = 0;
      const { promise: full, resolve: isFull } = Promise.withResolvers<void>();
      const options = { ...worker(), concurrency: 3 };
      const subscription = await under.broker.subscribe(`${under.prefix}.many`, options, async (delivery) => {
        most = Math.max(most, ++running);
        if (running === 3) isFull();
        await new Promise((resolve) => setTimeout(resolve, 100));
        await delivery.ack();
        running--;
        finished++;
      });
      for (let i = 0; i < 3; i++) await under.broker.publish(message('many', String(i)));
      await full;
      await subscription.drain();
      expect({ most, running, finished }).toEqual({ most: 3, running: 0, finished: 3 });
    });

    test('reads the parameters out of an address', async () => {
      const template = `${under.prefix}/lights/{id}/level-{level}`;
      const { promise, resolve } = Promise.withResolvers<Delivery>();
      await under.broker.subscribe(template, worker(), async (delivery) => {
        await delivery.ack();
        resolve(delivery);
      });
      const address = { template, parameters: { id: 'north-7', level: '3' } };
      await under.broker.publish(message('', 'x', { address }));
      expect((await promise).address).toEqual(address);
    });

    test('carries a request to a responder and its reply back', async () => {
      const subscription = await under.broker.respond(`${under.prefix}.ask`, { group: 'g' }, async (request) => ({
        headers: { 'content-type': 'text/plain', Asked: request.headers.Trace ?? '' },
        body: new TextEncoder().encode(`${textOf(request)}!`),
      }));
      const reply = await under.broker.request(message('ask', 'hello'), { timeoutMs: 2_000 });
      expect([textOf(reply), reply.headers.Asked]).toEqual(['hello!', 'a: b']);
      await subscription.drain();
    });

    test('lets another responder answer what one has nothing to say to', async () => {
      const answer = async () => ({ headers: {}, body: new TextEncoder().encode('mine') });
      await under.broker.respond(`${under.prefix}.both`, { group: 'silent' }, async () => undefined);
      await under.broker.respond(`${under.prefix}.both`, { group: 'speaking' }, answer);
      const replies = [1, 2, 3].map(() => under.broker.request(message('both', '?'), { timeoutMs: 2_000 }));
      expect((await Promise.all(replies)).map(textOf)).toEqual(['mine', 'mine', 'mine']);
    });

    test('tells a refusal from silence', async () => {
      await under.broker.respond(`${under.prefix}.refuse`, { group: 'g' }, async () => ({ refusal: 'Not\ntoday' }));
      await under.broker.respond(`${under.prefix}.sleep`, { group: 'g' }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { refusal: 'too late' };
      });
      const ask = (template: string) => under.broker.request(message(template, '?'), { timeoutMs: 100 });
      await expect(ask('refuse')).rejects.toMatchObject({ name: 'RefusedRequestError' });
      await expect(ask('refuse')).rejects.toThrow(/^Not\stoday$/);
      await expect(ask('nobody')).rejects.toMatchObject({ name: 'RequestTimeoutError' });
      await expect(ask('sleep')).rejects.toMatchObject({ name: 'RequestTimeoutError' });
    });
  });
}
