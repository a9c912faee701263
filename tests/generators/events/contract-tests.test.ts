import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { events } from '../../../generators/events/target.ts';
import type { Target } from '../../../generators/target.ts';
import { compile, settings } from '../hono-server/compile.ts';
import { generateInto, readFixture } from '../hono-server/generate.ts';

const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const lights = 'tests/generators/events/golden/lights/asyncapi.yaml';
const recordingIngested = 'contracts/recording-ingested/asyncapi.yaml';

/** Events code and its tests side by side, as a project would generate them. */
const both = (path: string) => {
  const contract = readFixture(path);
  const target: Target = {
    ...{ id: 'events-and-tests', summary: '', accepts: ['event'] },
    generate: (_, options) => ({
      files: [events, contractTests].flatMap((each) => each.generate(contract, options).files),
      diagnostics: [],
    }),
  };
  return { target, contract };
};

interface Tested {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** What becomes of the suite over a publisher and a consumer. */
function run(path: string, options: string): readonly Tested[] {
  const { target, contract } = both(path);
  const { folder, remove } = generateInto(target, contract, '.ts');
  const head = `import { createConsumer, createPublisher, MemoryBroker } from './index.ts';
    import { eventContractTests } from './event-contract-tests.ts';
    const legacy = { encode: () => new Uint8Array(), decode: () => ({}) };
    const codecs = { 'application/msgpack': legacy };
    const right = { createBroker: () => new MemoryBroker(), createPublisher, timeoutMs: 200,
      createConsumer: (broker, options) => createConsumer(broker, { ...options, codecs }) };`;
  writeFileSync(join(folder, 'contract.test.ts'), `${head}\neventContractTests({ ...right, ${options} });\n`);
  const report = join(folder, 'report.json');
  spawnSync(process.execPath, [vitest, 'run', '--root', folder, '--reporter', 'json', '--outputFile', report]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  remove();
  return testResults[0].assertionResults;
}

const failures = (tested: readonly Tested[]) =>
  tested
    .filter(({ status }) => status !== 'passed')
    .map(({ fullName }) => fullName.replace(/^contract .+? \d\.\d\.\d /, ''));

describe('the contract tests of events', { timeout: 60_000 }, () => {
  test('pass over the generated publisher and consumer', () => {
    const tested = run(recordingIngested, '');
    expect(failures(tested)).toEqual([]);
    const claims = tested.map(({ fullName }) => fullName.replace(/^.*publishRecordingIngested /, ''));
    expect(claims.length).toBeGreaterThan(40);
    expect(claims).toEqual(
      expect.arrayContaining([
        'recording.ingested.v1: the example "meeting" arrives as it was sent',
        'recording.ingested.v1: a payload that lacks "data" becomes a dead letter and reaches no handler',
        'recording.ingested.v1: a payload that lacks "data" is not even sent',
        'recording.ingested.v1: another content type becomes a dead letter and reaches no handler',
      ]),
    );
    // The publisher fills it in.
    expect(claims).not.toContain('recording.ingested.v1: a payload that lacks "id" is not even sent');
  });

  test('pass for several messages, parameters, headers, bytes and addresses of run time', () => {
    expect(failures(run(lights, ''))).toEqual([]);
  });

  test('fail where a consumer checks nothing', () => {
    const careless = `createConsumer: (broker) => ({
      receiveRecordingIngested: (handler) => broker.subscribe('recording.ingested.v1', { durable: 'd', concurrency: 1 },
        async ({ ack, body, headers }) => {
          handler({ name: 'recording.ingested.v1', payload: JSON.parse(new TextDecoder().decode(body)), headers });
          await ack();
        }),
    })`;
    const failed = failures(run(recordingIngested, careless));
    expect(failed.length).toBeGreaterThan(20);
    expect(failed.filter((claim) => !claim.includes('dead letter'))).toEqual([]);
    expect(failed).toContain(
      'publishRecordingIngested recording.ingested.v1: another content type becomes a dead letter and reaches no handler',
    );
  });

  test('fail where a publisher loses a member', () => {
    const lossy = `createPublisher: (broker) => ({
      publishRecordingIngested: ({ payload, ...rest }) => createPublisher(broker).publishRecordingIngested({
        ...rest, payload: { ...payload, data: { ...payload.data, title: undefined, labels: undefined } },
      }),
    })`;
    const failed = failures(run(recordingIngested, lossy));
    expect(failed).toContain(
      'publishRecordingIngested recording.ingested.v1: the example "meeting" arrives as it was sent',
    );
    expect(failed).not.toContain(
      'publishRecordingIngested recording.ingested.v1: the example "minimal" arrives as it was sent',
    );
  });

  test.each(settings)('compile with %s', async (_, extension, options) => {
    const { target, contract } = both(recordingIngested);
    const written = generateInto(target, contract, extension);
    afterAll(() => written.remove());
    const ending = extension;
    const usage = `import { createConsumer, createPublisher, MemoryBroker } from './index${ending}';
      import { eventContractTests } from './event-contract-tests${ending}';
      eventContractTests({ createBroker: () => new MemoryBroker(), createPublisher, createConsumer });`;
    // Vitest's own types ask for Node's.
    const types = { ...options, types: ['node'] };
    expect(await compile(written, types, { 'usage.ts': usage })).toEqual([]);
  });
});
