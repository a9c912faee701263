import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'release-'));
  put('package.json', '{}');
});
afterEach(() => rmSync(cwd, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
const run = (...args: string[]) => runCli(args, { cwd });
const files = () => globSync('**/*.*', { cwd }).concat(globSync('**/SHA256SUMS', { cwd })).sort();

const events = (version: string, properties: string) => `asyncapi: 3.0.0
info: { title: Events, version: ${version} }
channels:
  orders: { address: orders, messages: { placed: { payload: { type: object, properties: { ${properties} } } } } }
operations:
  onOrder: { action: send, channel: { $ref: '#/channels/orders' } }
`;

describe('in a transitive event mode a release is held against every release before it', () => {
  beforeEach(() => {
    put('contracts/events/releases/1.0.0.yaml', events('1.0.0', 'id: { type: string }, note: { type: string }'));
    put('contracts/events/releases/1.1.0.yaml', events('1.1.0', 'id: { type: string }'));
    // The name that 1.0.0 had for something else comes back.
    put('contracts/events/asyncapi.yaml', events('1.1.0', 'id: { type: string }, note: { type: integer }'));
  });

  test('what breaks an older one only is refused as a minor', async () => {
    expect(await run('release', 'events', '1.2.0', '--event-mode', 'BACKWARD')).toMatchObject({ exitCode: 0 });
    for (const name of ['1.2.0.yaml', 'SHA256SUMS']) rmSync(join(cwd, 'contracts/events/releases', name));
    const transitive = await run('release', 'events', '1.2.0', '--event-mode', 'BACKWARD_TRANSITIVE');
    expect(transitive).toMatchObject({ exitCode: 1, error: '' });
    expect(transitive.out).toMatch(
      /^1\.2\.0 is too small: what changed since 1\.0\.0 asks for 2\.0\.0 at least, a major\.\n {2}message-type-changed {2}send orders: placed: Against 1\.0\.0: Payload \/note: the type changed \(string → integer\)/,
    );
  });

  test('as a major it is told in the changelog and in the migration guide, and the next minor is not held to it', async () => {
    put('ai2text-contracts.config.json', '{"diff": {"eventMode": "BACKWARD_TRANSITIVE"}}');
    expect((await run('release', 'events', '2.0.0')).exitCode).toBe(0);
    expect(read('contracts/events/CHANGELOG.md')).toContain('### Breaking\n\n- `send orders: placed`: Against 1.0.0: ');
    expect(read('contracts/events/migrations/v2.md')).toContain('Before, legal in 1.0.0:');
    put(
      'contracts/events/asyncapi.yaml',
      events('2.0.0', 'id: { type: string }, note: { type: integer }, on: { type: string }'),
    );
    expect((await run('release', 'events', '2.1.0')).out).toMatch(
      /^contracts\/events\/asyncapi\.yaml: 2\.1\.0, after 2\.0\.0: /,
    );
  });
});

const http = (version: string, path = '/a') => `openapi: 3.1.1
info: { title: Shop, version: ${version} }
paths:
  ${path}:
    get: { responses: { '200': { description: Fine. } } }
`;

describe('a release is written as a whole', () => {
  beforeEach(() => put('contracts/shop/openapi.yaml', http('0.1.0')));

  test('where one file cannot be read, nothing is written', async () => {
    mkdirSync(join(cwd, 'contracts/shop/CHANGELOG.md'));
    const before = files();
    const { exitCode, error } = await run('release', 'shop', '1.0.0');
    expect(exitCode).toBe(2);
    expect(error).toMatch(/^contracts\/shop\/CHANGELOG\.md cannot be read: EISDIR/);
    expect(files()).toEqual(before);
  });

  test('one that was interrupted before its last file is finished by running it again', async () => {
    expect((await run('release', 'shop', '1.0.0')).exitCode).toBe(0);
    const whole = files().map((path) => [path, existsSync(join(cwd, path)) && read(path)]);
    // The frozen document takes its place last.
    rmSync(join(cwd, 'contracts/shop/releases/1.0.0.yaml'));
    const found = await run('diff', '--format', 'github');
    expect(found).toEqual({
      exitCode: 1,
      out: '::error file=contracts/shop/releases/SHA256SUMS,line=1,endLine=1,col=67,endColumn=77,title=release-frozen::The frozen release 1.0.0.yaml has a digest here and is not there. Restore it, or run "release" again if that was interrupted.\n',
      error: '',
    });
    expect((await run('release', 'shop', '1.0.0')).exitCode).toBe(0);
    expect(files().map((path) => [path, read(path)])).toEqual(whole);
  });

  test('an edited release stops the next one, and line ends of Windows are no edit', async () => {
    await run('release', 'shop', '1.0.0');
    const frozen = 'contracts/shop/releases/1.0.0.yaml';
    const text = read(frozen);
    put(
      'contracts/shop/openapi.yaml',
      http('1.0.0').replace('paths:\n', "paths:\n  /b: { get: { responses: { '200': { description: B. } } } }\n"),
    );
    put(frozen, text.replaceAll('\n', '\r\n'));
    put('contracts/shop/releases/SHA256SUMS', read('contracts/shop/releases/SHA256SUMS').replaceAll('\n', '\r\n'));
    expect((await run('diff')).exitCode).toBe(0);
    put(frozen, text.replace('Fine.', 'Good.'));
    const refused = await run('release', 'shop', '1.1.0');
    expect(refused.exitCode).toBe(1);
    expect(refused.out).toContain(`${frozen}:1:1 error release-frozen  This frozen release was edited`);
    expect(refused.out).toContain('What was promised before is not what it was. Nothing was released.\n');
    put(frozen, text);
    expect((await run('release', 'shop', '1.1.0')).exitCode).toBe(0);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(cwd, dirname(frozen)), encoding: 'utf8' })).toBe(
      '1.0.0.yaml: OK\n1.1.0.yaml: OK\n',
    );
  });

  test('an older release that was edited is found too', async () => {
    await run('release', 'shop', '1.0.0');
    put(
      'contracts/shop/openapi.yaml',
      http('1.0.0').replace('paths:\n', "paths:\n  /b: { get: { responses: { '200': { description: B. } } } }\n"),
    );
    await run('release', 'shop', '1.1.0');
    put('contracts/shop/releases/1.0.0.yaml', http('1.0.0', '/other'));
    const { exitCode, out } = await run('diff', '--format', 'github');
    expect([exitCode, out.match(/file=\S+?,/g)]).toEqual([1, ['file=contracts/shop/releases/1.0.0.yaml,']]);
  });

  test('a link to an operation of another contract is refused in words', async () => {
    put('contracts/other/openapi.yaml', http('1.0.0'));
    const links = "description: Fine., links: { on: { operationRef: '../other/openapi.yaml#/paths/~1a/get' } }";
    put('contracts/shop/openapi.yaml', http('1.0.0').replace('description: Fine.', links));
    const { exitCode, error } = await run('release', 'shop', '1.0.0');
    expect([exitCode, error]).toEqual([
      2,
      'The operationRef "../other/openapi.yaml#/paths/~1a/get" names an operation of another contract, contracts/other/openapi.yaml, and a release refers to nothing outside itself. Name the operation by the URL of that contract, or leave the link out.\n',
    ]);
  });
});

describe('a contract that is gone', () => {
  const config = '{"contracts": ["contracts"]}';
  beforeEach(async () => {
    put('ai2text-contracts.config.json', config);
    put('contracts/shop/openapi.yaml', http('1.0.0'));
    put('contracts/kept/openapi.yaml', http('1.0.0'));
    await run('release', 'shop', '1.0.0');
    rmSync(join(cwd, 'contracts/shop/openapi.yaml'));
  });

  const accept = async (...args: string[]) => {
    const { out } = await run('diff', ...args, '--format', 'json');
    const fingerprint = /"fingerprint": "([0-9a-f]{16})"/.exec(out)?.[1] ?? '';
    return await run('diff', ...args, '--accept', fingerprint, '--because', 'Nobody calls it.', '--by', 'Ana');
  };

  test('breaks until somebody accepts it, and the decision is stale once its releases are gone too', async () => {
    const { exitCode, out } = await run('diff');
    expect(exitCode).toBe(1);
    expect(out.split('\n')).toEqual([
      'breaking contract-removed  contracts/shop',
      '  The contract is gone since contracts/shop/releases/1.0.0.yaml. Whoever uses it breaks; keep it until its sunset.',
      '  before contracts/shop/releases/1.0.0.yaml:1:1',
      expect.stringMatching(/^ {2}fingerprint [0-9a-f]{16}$/),
      '',
      'contracts/kept/openapi.yaml: no frozen release to compare with yet',
      'contracts/shop since 1.0.0: the contract was removed',
      '0 contracts compared: 1 breaking, 1 removed, 1 unreleased.',
      '',
    ]);
    expect((await accept()).out).toBe(
      'contracts/accepted-changes.yaml: accepted contract-removed (contracts/shop) of contracts/shop until 2027-02-19.\n',
    );
    const accepted = await run('diff');
    expect(accepted.exitCode).toBe(0);
    expect(accepted.out).toContain('contracts/shop since 1.0.0: the contract was removed, which was accepted\n');
    expect(accepted.out).toContain('0 contracts compared: 1 accepted, 1 removed, 1 unreleased.\n');
    rmSync(join(cwd, 'contracts/shop'), { recursive: true });
    expect((await run('diff', '--format', 'github')).out).toMatch(/title=accepted-change-stale::/);
  });

  test('is accepted once for both ways to compare, and its releases go with it', async () => {
    put('contracts/shop/openapi.yaml', http('1.0.0'));
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
        { cwd },
      );
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '-m', 'first');
    rmSync(join(cwd, 'contracts/shop/openapi.yaml'));
    expect((await accept('--base', 'HEAD')).out).toBe(
      'contracts/accepted-changes.yaml: accepted contract-removed (contracts/shop/openapi.yaml) of contracts/shop/openapi.yaml until 2027-02-19.\n',
    );
    expect((await run('diff')).exitCode).toBe(0);
    expect((await run('diff', '--base', 'HEAD')).exitCode).toBe(0);
    rmSync(join(cwd, 'contracts/shop'), { recursive: true });
    expect(await run('diff', '--base', 'HEAD', '--format', 'github')).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^::notice file=contracts\/shop\/openapi\.yaml,.*title=contract-removed::.*\n$/),
    });
  });
});
