import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-inputs-'));
  cpSync(join(import.meta.dirname, 'fixtures/shop'), cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
const diff = (...args: string[]) => runCli(['diff', ...args], { cwd });
const lastLines = (out: string, count: number) => out.split('\n').slice(-count - 1, -1);

const released = 'contracts/orders/releases/1.0.0.yaml';
const working = 'contracts/orders/openapi.yaml';

describe('standard input', () => {
  test.each([
    ['-', working, released, 'contracts/orders/openapi.yaml since contracts/orders/<stdin>: 1 breaking'],
    [working, '-', released, 'contracts/orders/<stdin> since contracts/orders/openapi.yaml: 1 breaking'],
    // Its references start from the folder of the contract, also when a frozen release is what was named.
    [released, '-', working, 'contracts/orders/<stdin> since 1.0.0: 1 breaking'],
  ])('diff %s %s < %s', async (before, after, input, line) => {
    const { exitCode, out } = await runCli(['diff', before, after], { cwd, input: read(input) });
    expect([exitCode, lastLines(out, 2)]).toEqual([1, [line, '1 contract compared: 1 breaking.']]);
  });
});

describe('a side that cannot be read is named, and is never "no changes"', () => {
  const faults: readonly (readonly [string, string, string])[] = [
    ['syntax', 'openapi: 3.0.3\ninfo: [', 'source-syntax'],
    ['nothing', '', 'source-empty'],
    ['no contract', 'a: 1\n', 'dialect-known'],
    ['a broken reference', 'REF', 'ref-resolves'],
    ['structure', 'openapi: 3.0.3\ninfo: { title: A }\npaths: {}\n', 'structure-required'],
  ];
  const text = (fault: string) =>
    fault === 'REF' ? read(working).replaceAll('../shared/schemas.yaml', 'none.yaml') : fault;

  test.each(faults)('%s', async (_, fault, rule) => {
    for (const [before, after, side] of [
      ['-', working, 'older'],
      [working, '-', 'newer'],
    ] as const) {
      for (const failOn of ['breaking', 'never']) {
        const { exitCode, out } = await runCli(['diff', before, after, '--fail-on', failOn], {
          cwd,
          input: text(fault),
        });
        expect(exitCode).toBe(2);
        expect(out).toMatch(new RegExp(`^contracts/orders/<stdin>:\\d+:\\d+ error ${rule} `, 'm'));
        expect(lastLines(out, 2)[0]).toMatch(new RegExp(`: not compared, because the ${side} side cannot be read$`));
        expect(out).not.toContain('no changes');
      }
    }
  });

  test('both sides', async () => {
    writeFileSync(join(cwd, 'a.yaml'), 'openapi: [');
    const { exitCode, out } = await diff('a.yaml', 'a.yaml', '--format', 'json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(out).comparisons[0]).toMatchObject({ outcome: 'unreadable', unreadable: ['before', 'after'] });
  });
});

describe('whole folders', () => {
  beforeEach(() => {
    cpSync(join(cwd, 'contracts'), join(cwd, 'old'), { recursive: true });
  });

  test('contracts of the same path are compared, others come and go', async () => {
    rmSync(join(cwd, 'contracts/stock'), { recursive: true });
    mkdirSync(join(cwd, 'contracts/new'));
    writeFileSync(
      join(cwd, 'contracts/new/openapi.yaml'),
      'openapi: 3.1.1\ninfo: { title: New, version: 1.0.0 }\npaths: {}\n',
    );
    const { exitCode, out } = await diff('old', 'contracts');
    expect([exitCode, lastLines(out, 5)]).toEqual([
      1,
      [
        'contracts/new/openapi.yaml: a new contract',
        'contracts/order-events/asyncapi.yaml since old/order-events/asyncapi.yaml: no changes',
        'contracts/orders/openapi.yaml since old/orders/openapi.yaml: no changes',
        'old/stock/openapi.yaml: the contract was removed',
        '2 contracts compared: 1 breaking, 1 added, 1 removed.',
      ],
    ]);
  });

  test('one that was renamed is known by its title', async () => {
    renameSync(join(cwd, 'contracts/stock/openapi.yaml'), join(cwd, 'contracts/stock/stock.yaml'));
    const { exitCode, out } = await diff('old', 'contracts');
    expect([exitCode, lastLines(out, 2)]).toEqual([
      0,
      ['contracts/stock/stock.yaml since old/stock/openapi.yaml: no changes', '3 contracts compared: no changes.'],
    ]);
  });

  test('two that could be meant are not guessed between', async () => {
    renameSync(join(cwd, 'contracts/stock/openapi.yaml'), join(cwd, 'contracts/stock/a.yaml'));
    cpSync(join(cwd, 'contracts/stock/a.yaml'), join(cwd, 'contracts/stock/b.yaml'));
    const { exitCode, out } = await diff('old', 'contracts');
    expect([exitCode, lastLines(out, 1)]).toEqual([1, ['2 contracts compared: 1 breaking, 2 added, 1 removed.']]);
  });
});

describe('exit codes by --fail-on', () => {
  const breaking = [released, working];
  const warning = ['contracts/order-events/releases/1.0.0.yaml', 'contracts/order-events/asyncapi.yaml'];
  const nothing = [working, working];
  test.each([
    ['breaking', breaking, 1],
    ['warning', breaking, 1],
    ['never', breaking, 0],
    ['breaking', warning, 0],
    ['warning', warning, 1],
    ['never', warning, 0],
    ['warning', nothing, 0],
  ])('--fail-on %s on %j is %d', async (failOn, paths, exitCode) => {
    expect((await diff(...paths, '--fail-on', failOn)).exitCode).toBe(exitCode);
  });
});

test('fingerprints of sarif stay when lines move, members change places and components are renamed', async () => {
  const fingerprints = async () => {
    const { out } = await diff(released, working, '--format', 'sarif');
    const [run] = JSON.parse(out).runs;
    return run.results.map(
      (result: {
        partialFingerprints: object;
        locations: { physicalLocation: { region: { startLine: number } } }[];
      }) => ({
        ...result.partialFingerprints,
        line: result.locations[0]?.physicalLocation.region.startLine,
      }),
    );
  };
  expect(await fingerprints()).toEqual([{ 'ai2text/v1': '9bc71c8406e7dd05:contracts/orders/openapi.yaml', line: 50 }]);
  const text = read(working);
  const moved = `# One line\n# and another\n${text.replaceAll('NewOrder', 'OrderToPlace')}`;
  expect(moved).not.toBe(text);
  writeFileSync(join(cwd, working), moved);
  expect(await fingerprints()).toEqual([{ 'ai2text/v1': '9bc71c8406e7dd05:contracts/orders/openapi.yaml', line: 52 }]);
});
