import { describe, expect, it } from 'vitest';
import { EventBench } from './event-bench.ts';
import type { EventContractCases, MessageExample, TestedEventOperation, TestedMessage } from './event-case.ts';
import type { EventContractTestOptions, TestedBroker } from './events-under-test.ts';

/** Registers one vitest test for each claim of an event contract. */
export function registerEventCases<Broker extends TestedBroker>(
  contract: EventContractCases,
  options: EventContractTestOptions<Broker>,
): void {
  describe(`contract ${contract.title} ${contract.version}`, () => {
    for (const operation of contract.operations) {
      describe(operation.name, () => {
        for (const message of operation.messages) testMessage(operation, message, options);
      });
    }
  });
}

function testMessage<Broker extends TestedBroker>(
  operation: TestedEventOperation,
  message: TestedMessage,
  options: EventContractTestOptions<Broker>,
): void {
  const onBench = async (test: (bench: EventBench<Broker>) => Promise<void>): Promise<void> => {
    const bench = await EventBench.open(options, operation);
    await test(bench).finally(() => bench.close());
  };
  const { name, contentType } = message;
  for (const example of message.examples) {
    it(`${name}: the example "${example.name}" arrives as it was sent`, () =>
      onBench(async (bench) => {
        const { payload, headers } = contentOf(example);
        const outcome = await bench.send({ name, payload, ...(headers !== undefined && { headers }) });
        const whole = { name, payload, ...(headers !== undefined && { headers }) };
        expect(outcome).toMatchObject({ kind: 'handled', message: example.ambiguous === true ? { payload } : whole });
      }));
  }
  const [legal] = message.examples;
  if (legal === undefined) return;
  const headers = textHeaders(legal);
  for (const { why, text, mended = false } of message.illegal) {
    it(`${name}: a payload that ${why} becomes a dead letter and reaches no handler`, () =>
      onBench(async (bench) => {
        const outcome = await bench.smuggle(text, { ...headers, 'content-type': contentType });
        expect(outcome).toMatchObject({ kind: 'dead letter', reason: expect.stringMatching(/^(invalid|unreadable)$/) });
      }));
    if (mended || !isJson(text)) continue;
    it(`${name}: a payload that ${why} is not even sent`, () =>
      onBench(async (bench) => {
        const input = {
          name,
          payload: JSON.parse(text),
          ...(legal.headers !== undefined && { headers: legal.headers }),
        };
        await expect(bench.send(input)).rejects.toThrow('breaks the contract');
      }));
  }
  it(`${name}: another content type becomes a dead letter and reaches no handler`, () =>
    onBench(async (bench) => {
      const body = typeof legal.payload === 'string' ? legal.payload : JSON.stringify(legal.payload);
      const outcome = await bench.smuggle(body, { ...headers, 'content-type': 'application/x-something-else' });
      expect(outcome).toMatchObject({ kind: 'dead letter', reason: 'content-type' });
    }));
}

function contentOf({ payload, base64, headers }: MessageExample): Pick<MessageExample, 'payload' | 'headers'> {
  const bytes = () => Uint8Array.from(atob(String(payload)), (character) => character.charCodeAt(0));
  return { payload: base64 === true ? bytes() : payload, ...(headers !== undefined && { headers }) };
}

function textHeaders({ headers = {} }: MessageExample): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
