import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../cli/main.ts';

let cwd: string;
let printed: string;
let stop: (reason?: unknown) => void;
let ended: Promise<number>;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ai2text-watch-'));
  put('package.json', '{}');
  put('contracts/orders/asyncapi.yaml', asyncapi);
  put('contracts/shared.yaml', 'Id: { type: string }\n');
});

afterEach(async () => {
  stop();
  await ended;
  rmSync(cwd, { recursive: true });
});

const asyncapi = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed: { payload: { type: object, properties: { id: { $ref: '../shared.yaml#/Id' } } } }
`;
const command = ['generate', 'contracts/orders/asyncapi.yaml', '-t', 'typescript-client', '-o', 'out', '--watch'];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

async function watching(): Promise<void> {
  printed = '';
  const interrupted = new Promise((resolve) => {
    stop = resolve;
  });
  const write = (text: string) => {
    printed += text.replaceAll(/\(\d+ ms\)/g, '(n ms)').replaceAll(cwd, '<cwd>');
  };
  const world = { cwd, out: { write }, error: { write }, readInput: async () => '', env: {}, now: () => new Date() };
  ended = main(command, { ...world, untilInterrupted: () => interrupted });
  await until(() => printed.includes('Watching'));
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It did not come to that. Printed so far:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const types = () => readFileSync(join(cwd, 'out/types.ts'), 'utf8');

test('a change of any file that was read makes one line and the new code; an interruption ends it well', async () => {
  await watching();
  expect(printed).toBe(
    'typescript-client  contracts/orders/asyncapi.yaml -> out  1 file: 1 created (n ms)\nWatching 2 files. Press Ctrl+C to stop.\n',
  );
  printed = '';
  put('contracts/shared.yaml', 'Id: { type: integer }\n');
  await until(() => printed !== '');
  expect(printed).toBe('contracts/shared.yaml changed: 1 target, 1 file written (n ms)\n');
  expect(types()).toContain('export type Id = number;');
  stop();
  expect(await ended).toBe(0);
});

test('several writes within a moment are one run, and a file put in the place of another is noticed', async () => {
  await watching();
  printed = '';
  for (const type of ['boolean', 'number', 'string']) put('contracts/shared.yaml', `Id: { type: ${type}, enum: [] }\n`);
  put('contracts/shared.yaml.new', 'Id: { type: boolean }\n');
  renameSync(join(cwd, 'contracts/shared.yaml.new'), join(cwd, 'contracts/shared.yaml'));
  await until(() => printed !== '');
  expect(printed).toBe('contracts/shared.yaml changed: 1 target, 1 file written (n ms)\n');
  expect(types()).toContain('export type Id = boolean;');
});

test('a wrong contract and an edited file are told, and waited for to be mended', async () => {
  await watching();
  printed = '';
  put('contracts/orders/asyncapi.yaml', asyncapi.replace('address: orders', 'address: 7'));
  await until(() => printed.includes('Nothing was generated'));
  expect(printed).toMatch(/^contracts\/orders\/asyncapi\.yaml changed:\ncontracts\/orders\/asyncapi\.yaml:5:14 error /);
  printed = '';
  put('contracts/orders/asyncapi.yaml', asyncapi);
  await until(() => printed !== '');
  expect(printed).toBe('contracts/orders/asyncapi.yaml changed: 1 target, 0 files written (n ms)\n');
  printed = '';
  put('out/types.ts', 'mine\n');
  put('contracts/shared.yaml', 'Id: { type: integer }\n');
  await until(() => printed !== '');
  expect(printed).toContain('contracts/shared.yaml changed: This file was not written by the generator');
});

test('Ctrl+C ends the process with 0', async () => {
  const bin = join(import.meta.dirname, '../../cli/bin.ts');
  const child = spawn(process.execPath, [bin, ...command], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes('Watching')) child.kill('SIGINT');
  });
  ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? -1));
  });
  expect(await ended).toBe(0);
}, 30_000);
