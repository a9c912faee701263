import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../cli/main.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ai2text-options-'));
  put('package.json', '{}');
  // Without such a folder there is no cache.
  mkdirSync(join(cwd, 'node_modules'));
  put(
    'contracts/pets.yaml',
    `openapi: 3.1.1
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet: { type: object, properties: { id: { $ref: '#/components/schemas/PetId' }, born: { type: string, format: date-time } } }
    PetId: { type: integer, format: int64 }
`,
  );
});

afterEach(() => rmSync(cwd, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

async function run(...args: readonly string[]): Promise<string> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const world = { cwd, out: { write }, error: { write }, readInput: async () => '', env: {}, now: () => new Date() };
  const code = await main(['generate', ...args], world);
  return `${text.replaceAll(/\(\d+ ms\)/g, '(n ms)')}[${code}]`;
}

const born = () => /born\?: (.*);/.exec(readFileSync(join(cwd, 'out/types.ts'), 'utf8'))?.[1];
const once = ['contracts/pets.yaml', '-t', 'typescript-client', '-o', 'out'];

test('an option of a target on the command line changes what is generated, cached or not, and what --check asks for', async () => {
  await run(...once);
  expect(born()).toBe('string');
  await run(...once, '--option', 'dates=Date');
  expect(born()).toBe('Date');
  expect(await run(...once, '--option', 'dates=Date', '--check')).toMatch(/ files up to date \(n ms\)\n\[0\]$/);
  expect(await run(...once, '--check')).toContain('  stale    types.ts\n');
  await run(...once);
  expect(born()).toBe('string');
});

test('options stand beside importExtension in the configuration, and the command line has the last word', async () => {
  const options = { importExtension: '.ts', dates: 'Date', brandedIds: true };
  const entry = { contract: 'contracts/pets.yaml', target: 'typescript-client', output: 'out', options };
  put('ai2text-contracts.config.json', JSON.stringify({ generate: [entry] }));
  await run();
  expect(born()).toBe('Date');
  expect(readFileSync(join(cwd, 'out/types.ts'), 'utf8')).toContain(
    "import { type Branded, brandedId } from './runtime/branded.ts';",
  );
  await run('--option', 'dates=string');
  expect(born()).toBe('string');
});

test('an option in the configuration that the target does not take is an error that lists those it takes', async () => {
  const entry = {
    contract: 'contracts/pets.yaml',
    target: 'typescript-client',
    output: 'out',
    options: { date: 'Date' },
  };
  put('ai2text-contracts.config.json', JSON.stringify({ generate: [entry] }));
  expect(await run()).toBe(
    'The target "typescript-client" takes no option "date". It takes dates (string or Date), int64 (number or bigint), brandedIds (false or true).\n[2]',
  );
});
