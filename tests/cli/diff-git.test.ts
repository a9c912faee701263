import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-git-'));
  cpSync(join(import.meta.dirname, 'fixtures/shop'), cwd, { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'test@example.com');
  git('config', 'user.name', 'Test Person');
  commit('first');
  git('tag', 'v1.0.0');
});
afterEach(() => rmSync(cwd, { recursive: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}

function commit(message: string): void {
  git('add', '--all');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--no-verify', '-m', message);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(join(cwd, path), text.replace(from, to));
}

const diff = (...args: string[]) => runCli(['diff', ...args], { cwd });

describe('a contract against a git revision', () => {
  test('nothing has changed', async () => {
    expect(await diff('contracts/orders', '--base', 'v1.0.0')).toEqual({
      exitCode: 0,
      out: 'contracts/orders/openapi.yaml since v1.0.0: no changes\n1 contract compared: no changes.\n',
      error: '',
    });
  });

  test('a change in a shared file is a change of every contract that refers to it', async () => {
    edit('contracts/shared/schemas.yaml', 'maxLength: 40', 'maxLength: 20');
    const { exitCode, out } = await diff('--base', 'v1.0.0');
    expect(exitCode).toBe(1);
    expect(out.split('\n').slice(-5)).toEqual([
      'contracts/order-events/asyncapi.yaml since v1.0.0: 1 compatible',
      'contracts/orders/openapi.yaml since v1.0.0: 1 breaking, 2 compatible',
      'contracts/stock/openapi.yaml since v1.0.0: no changes',
      '3 contracts compared: 1 breaking, 3 compatible.',
      '',
    ]);
    expect(out).toMatch(
      /^ {2}before contracts\/\S+ at v1\.0\.0\n {2}after {2}contracts\/shared\/schemas\.yaml:\d+:\d+$/m,
    );
  });

  test('a range compares two revisions, whatever is on disk', async () => {
    edit(
      'contracts/orders/openapi.yaml',
      '    get:\n      operationId: getOrder',
      '    put:\n      operationId: getOrder',
    );
    commit('second');
    writeFileSync(join(cwd, 'contracts/orders/openapi.yaml'), 'not a contract');
    const { exitCode, out } = await diff('v1.0.0..HEAD', 'contracts/orders');
    expect(exitCode).toBe(1);
    expect(out).toContain('breaking operation-removed  GET /orders/{orderId}');
    expect(out).toContain('  after  contracts/orders/openapi.yaml:1:1 at HEAD');
  });

  test('a range with an open end goes up to the files on disk, and three dots start where two branches parted', async () => {
    git('checkout', '--quiet', '-b', 'feature');
    edit('contracts/orders/openapi.yaml', 'quantity, note]', 'quantity]');
    commit('relaxed');
    git('checkout', '--quiet', 'main');
    edit('contracts/stock/openapi.yaml', '    get:', '    put:');
    commit('elsewhere');
    git('checkout', '--quiet', 'feature');
    const [open, forked] = [await diff('main..'), await diff('main...feature')];
    expect([open.exitCode, forked.exitCode]).toEqual([1, 0]);
    expect(open.out).toContain('contracts/stock/openapi.yaml since main: 1 breaking, 1 compatible');
    expect(forked.out).toMatch(/contracts\/stock\/openapi\.yaml since [0-9a-f]{10}: no changes/);
  });

  test('a contract that is gone breaks, and a new one does not', async () => {
    rmSync(join(cwd, 'contracts/stock/openapi.yaml'));
    cpSync(join(cwd, 'contracts/orders/openapi.yaml'), join(cwd, 'contracts/orders/second.yaml'));
    const { exitCode, out } = await diff('--base', 'HEAD', '--format', 'github');
    expect(exitCode).toBe(1);
    expect(out).toBe(
      '::error file=contracts/stock/openapi.yaml,line=1,endLine=1,col=1,endColumn=2,title=contract-removed::contracts/stock/openapi.yaml: The contract is gone since HEAD. Whoever uses it breaks; keep it until its sunset.\n',
    );
    const added = await diff('contracts/orders/second.yaml', '--base', 'HEAD');
    expect(added).toEqual({
      exitCode: 0,
      out: 'contracts/orders/second.yaml: a new contract\n0 contracts compared: 1 added.\n',
      error: '',
    });
  });

  test('a contract that was moved is compared with what it was, and its releases stay promises', async () => {
    git('mv', 'contracts/orders', 'contracts/sales');
    expect(await diff('--base', 'HEAD')).toEqual({
      exitCode: 0,
      out: [
        'contracts/order-events/asyncapi.yaml since HEAD: no changes',
        'contracts/sales/openapi.yaml since contracts/orders/openapi.yaml at HEAD: no changes',
        'contracts/stock/openapi.yaml since HEAD: no changes',
        '3 contracts compared: no changes.',
        '',
      ].join('\n'),
      error: '',
    });
    edit('contracts/sales/releases/1.0.0.yaml', 'minLength: 3', 'minLength: 4');
    edit(
      'contracts/sales/openapi.yaml',
      '    get:\n      operationId: getOrder',
      '    put:\n      operationId: getOrder',
    );
    const { exitCode, out } = await diff('--base', 'HEAD', '--format', 'github');
    expect(exitCode).toBe(1);
    expect(out.match(/^::error file=\S+?,|title=\S+?(?=::)/gm)).toEqual([
      '::error file=contracts/sales/releases/1.0.0.yaml,',
      'title=release-frozen',
      '::error file=contracts/sales/openapi.yaml,',
      'title=operation-removed',
      'title=operation-added',
    ]);
  });

  test('a frozen release that was edited or removed is an error', async () => {
    edit('contracts/orders/releases/1.0.0.yaml', 'minLength: 3', 'minLength: 4');
    rmSync(join(cwd, 'contracts/order-events/releases/1.0.0.yaml'));
    const { exitCode, out } = await diff('--base', 'main', '--format', 'github');
    expect(exitCode).toBe(1);
    expect(out.match(/title=release-frozen::This frozen release was \w+ since main/g)).toEqual([
      'title=release-frozen::This frozen release was removed since main',
      'title=release-frozen::This frozen release was edited since main',
    ]);
  });
});

describe('what cannot be read is never "no changes"', () => {
  test('a broken contract of an old revision', async () => {
    edit('contracts/orders/openapi.yaml', 'title: Orders', 'title: {');
    commit('broken');
    cpSync(join(import.meta.dirname, 'fixtures/shop'), cwd, { recursive: true });
    const { exitCode, out } = await diff('contracts/orders', '--base', 'HEAD', '--fail-on', 'never');
    expect(exitCode).toBe(2);
    expect(out).toContain('error source-syntax  At HEAD: ');
    expect(out).toContain(
      'contracts/orders/openapi.yaml since HEAD: not compared, because the older side cannot be read',
    );
    expect(out).not.toContain('no changes');
  });

  test('a file that the old revision refers to but does not have, and a link in its place', async () => {
    rmSync(join(cwd, 'contracts/shared/schemas.yaml'));
    commit('gone');
    symlinkSync('/etc/hostname', join(cwd, 'contracts/shared/schemas.yaml'));
    commit('link');
    for (const [revision, reason] of [
      ['HEAD~1', 'which does not exist at HEAD~1'],
      ['HEAD', 'which is not a regular file at HEAD'],
    ] as const) {
      const { exitCode, out } = await diff(`${revision}..${revision}`, 'contracts/orders');
      expect(exitCode).toBe(2);
      expect(out).toContain(reason);
    }
  });

  test.each([
    ['--base', 'nowhere', 'There is no git revision nowhere here. Fetch it (git fetch), or correct the name.\n'],
    ['--base', '--output=x', '"--output=x" is not a git revision. Write a branch, a tag or a commit.\n'],
    ['--base', 'HEAD:contracts', '"HEAD:contracts" is not a git revision. Write a branch, a tag or a commit.\n'],
    ['--base', 'a b', '"a b" is not a git revision. Write a branch, a tag or a commit.\n'],
    [
      'v1.0.0..nowhere',
      'contracts',
      'There is no git revision nowhere here. Fetch it (git fetch), or correct the name.\n',
    ],
  ])('%s %s', async (first, second, error) => {
    expect(await diff(first, second)).toEqual({ exitCode: 2, out: '', error });
  });

  test('a base that does not have the folder yet', async () => {
    git('checkout', '--quiet', '--orphan', 'empty');
    git('rm', '-r', '--quiet', '--cached', 'contracts');
    git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--no-verify', '-m', 'without contracts');
    const { exitCode, out } = await diff('contracts/orders', '--base', 'empty');
    expect([exitCode, out]).toEqual([
      0,
      'contracts/orders/openapi.yaml: a new contract\n0 contracts compared: 1 added.\n',
    ]);
    expect(await diff('contracts/none', '--base', 'empty')).toEqual({
      exitCode: 2,
      out: '',
      error: 'No contract was found in "contracts/none", neither at empty nor on disk.\n',
    });
  });

  test('a shallow clone without the base', async () => {
    edit('contracts/orders/openapi.yaml', 'title: Orders', 'title: Sales');
    commit('second');
    const shallow = join(cwd, 'shallow');
    git('clone', '--quiet', '--depth=1', '--no-tags', `file://${cwd}`, shallow);
    for (const revision of ['v1.0.0', 'HEAD~1'])
      expect(await runCli(['diff', '--base', revision], { cwd: shallow })).toEqual({
        exitCode: 2,
        out: '',
        error: `There is no git revision ${revision} here. This clone has only a part of the history: fetch the rest (git fetch --unshallow --tags), or correct the name.\n`,
      });
    expect((await runCli(['diff', '--base', 'origin/main'], { cwd: shallow })).exitCode).toBe(0);
  });

  test('a folder outside of any repository', async () => {
    rmSync(join(cwd, '.git'), { recursive: true });
    const { exitCode, error } = await diff('--base', 'main');
    expect([exitCode, error]).toEqual([
      2,
      `${cwd} is not inside a git repository, so there is no revision main to read.\n`,
    ]);
  });
});
