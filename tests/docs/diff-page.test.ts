import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const page = join(import.meta.dirname, '../../docs/diff.md');
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-page-'));
  cpSync(join(import.meta.dirname, '../cli/fixtures/shop'), cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

test('docs/diff.md shows what the commands print; UPDATE=1 rewrites it', async () => {
  const text = readFileSync(page, 'utf8');
  const printed: string[] = [];
  for (const [, block = ''] of text.matchAll(/```console\n(.*?)```/gs)) {
    const commands = block.split('\n').filter((line) => line.startsWith('$ ai2text-contracts '));
    const sessions: string[] = [];
    for (const command of commands) sessions.push(`${command}\n${await run(command)}`);
    printed.push(`\`\`\`console\n${sessions.join('\n')}\`\`\``);
  }
  const fresh = text.replace(/```console\n.*?```/gs, () => printed.shift() ?? '');
  if (process.env.UPDATE === '1') return writeFileSync(page, fresh);
  expect(text).toBe(fresh);
});

async function run(command: string): Promise<string> {
  const words = [...command.slice('$ ai2text-contracts '.length).matchAll(/'([^']*)'|(\S+)/g)];
  const { out, error } = await runCli(
    words.map((match) => match[1] ?? match[2] ?? ''),
    { cwd },
  );
  return out + error;
}
