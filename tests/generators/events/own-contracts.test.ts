import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventContract, Message } from '../../../core/contract/model.ts';
import type { Json } from '../../../core/source/json.ts';
import type { AnyOutgoing } from '../../../generators/events/runtime/outgoing.ts';
import { events } from '../../../generators/events/target.ts';
import { readFixture } from '../hono-server/generate.ts';
import { writeFiles } from '../support/type-check.ts';

const checkout = resolve(import.meta.dirname, '../../..');
const contracts = globSync('contracts/*/asyncapi.yaml', { cwd: checkout })
  .toSorted()
  .map((path) => ({ name: basename(dirname(path)), contract: eventContract(path) }));

function eventContract(path: string): EventContract {
  const contract = readFixture(path);
  if (contract.kind !== 'event') throw new Error(`${path} is no event contract`);
  return contract;
}

const strict = {
  ...{ target: 'es2023', strict: true, noEmit: true, skipLibCheck: true, noUnusedLocals: true },
  ...{ noUnusedParameters: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true },
  ...{ module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'], types: ['node'] },
};

const folder = mkdtempSync(join(tmpdir(), 'own-events-'));
beforeAll(() => {
  for (const [extension, importExtension] of [
    ['js', '.js'],
    ['ts', '.ts'],
  ] as const) {
    for (const { name, contract } of contracts) {
      writeFiles(join(folder, extension, name), events.generate(contract, { importExtension }).files);
    }
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('code is made from all event contracts of the repository', () => {
  expect(contracts.map(({ name }) => name)).toEqual([
    ...['asr-streaming', 'embeddings-created', 'model-promoted', 'nlp-postprocessed', 'recording-ingested'],
    'transcription-completed',
  ]);
});

test.each(['typescript7', 'typescript'])('all of it compiles with %s', { timeout: 120_000 }, (compiler) => {
  const config = join(folder, `${compiler}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: strict, include: ['js/**/*.ts'] }));
  const program = join(checkout, 'node_modules', compiler, 'bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '-p', config], { cwd: folder, encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
});

// What a generated module exports is only known at run time.
type Call = (...args: readonly unknown[]) => Promise<unknown>;

interface Module {
  readonly createPublisher: (broker: object) => Readonly<Record<string, Call>>;
  readonly createConsumer: (broker: object, options: object) => Readonly<Record<string, Call>>;
  readonly MemoryBroker: new () => { settled(): Promise<void> };
}

test.each(contracts)(
  'the examples of $name arrive as they were sent, each at the handler that it is for',
  async (one) => {
    const { createPublisher, createConsumer, MemoryBroker }: Module = await import(
      pathToFileURL(join(folder, 'ts', one.name, 'index.ts')).href
    );
    const broker = new MemoryBroker();
    const letters: string[] = [];
    const deadLetter = async ({ error }: { readonly error: string }) => void letters.push(error);
    const [senders, receivers] = [createPublisher(broker), createConsumer(broker, { durable: '', deadLetter })].map(
      Object.values,
    );
    const oneWay = one.contract.operations
      .map((operation, i) => ({ operation, send: senders?.[i], receive: receivers?.[i] }))
      .filter(({ operation }) => operation.reply === undefined);
    const sent: unknown[] = [];
    const arrived: unknown[] = [];
    for (const { operation, receive } of oneWay) {
      const handler = (message: object) => arrived.push({ at: operation.name, ...message });
      await receive(handler, { durable: operation.name });
    }
    for (const { operation, send } of oneWay) {
      for (const [message, example] of operation.messages.flatMap((each) =>
        each.examples.map((example) => [each, example] as const),
      )) {
        const input = asInput(message, example);
        await send(input);
        sent.push({ at: operation.name, name: message.name, headers: expect.anything(), ...input });
      }
    }
    await broker.settled();
    expect(letters).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);
    expect(arrived.toSorted(byPlace)).toEqual(sent.toSorted(byPlace));
  },
);

function byPlace(a: unknown, b: unknown): number {
  return keyOf(a).localeCompare(keyOf(b));
}

function keyOf(value: unknown): string {
  const { at, payload }: { readonly at?: string; readonly payload?: unknown } = value ?? {};
  return JSON.stringify([at, payload]);
}

function asInput(message: Message, { payload, headers }: Message['examples'][number]): AnyOutgoing {
  return {
    payload: bytesOr(message, payload?.value),
    ...(headers !== undefined && { headers: headers.value }),
  };
}

/** A document writes bytes in Base64. */
function bytesOr({ contentType }: Message, value: Json | undefined): unknown {
  return contentType === 'application/octet-stream' ? new Uint8Array(Buffer.from(String(value), 'base64')) : value;
}
