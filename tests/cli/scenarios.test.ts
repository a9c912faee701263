import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../cli/main.ts';

/**
 * Each `scenarios/<name>.txt` is a session at the terminal: a line `$ ai2text-contracts …`, what it prints (standard
 * error marked by `! `), and `[exit n]`; or `$ echo '…' >> file`, an edit by hand, or
 * `$ cat file`. They run in a copy of `fixtures/`. UPDATE=1 rewrites them.
 */
const folder = join(import.meta.dirname, 'scenarios');
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cli-'));
  cpSync(join(import.meta.dirname, 'fixtures'), cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

test.each(globSync('*.txt', { cwd: folder }).sort())('%s', async (name) => {
  const path = join(folder, name);
  const expected = readFileSync(path, 'utf8');
  const commands = expected.split('\n').filter((line) => line.startsWith('$ '));
  const actual: string[] = [];
  for (const command of commands) actual.push(`${command}\n${await run(command)}`);
  const text = actual.join('\n');
  if (process.env.UPDATE === '1') return writeFileSync(path, text);
  expect(text, `UPDATE=1 npx vitest run tests/cli rewrites ${basename(path)}`).toBe(expected);
});

async function run(command: string): Promise<string> {
  const [, added, file] = /^\$ echo '(.*)' >> (\S+)$/.exec(command) ?? [];
  if (added !== undefined && file !== undefined) {
    appendFileSync(join(cwd, file), `${added}\n`);
    return '';
  }
  const [, shown] = /^\$ cat (\S+)$/.exec(command) ?? [];
  if (shown !== undefined) return readFileSync(join(cwd, shown), 'utf8');
  const [words = '', input] = command.slice('$ ai2text-contracts '.length).split(' < ');
  let printed = '';
  const exitCode = await main(split(words), {
    cwd,
    out: { write: (text) => (printed += text) },
    error: { write: (text) => (printed += text.replace(/^(?=.)/gm, '! ')) },
    readInput: async () => (input === undefined ? '' : readFileSync(join(cwd, input), 'utf8')),
    env: {},
    now: () => new Date('2026-11-21T00:00:00Z'),
  });
  const told = printed.replaceAll(cwd, '<cwd>').replace(/\(\d+ ms\)/g, '(… ms)');
  return `${told}[exit ${exitCode}]\n`;
}

/** Words as a shell splits them, single quotes included. */
function split(words: string): string[] {
  return [...words.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
