import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCommand, usage } from '../../events/dlq/command.ts';

test.each([
  [[], 'Say what to do.'],
  [['burn'], 'There is no "burn".'],
  [['list', 'all'], '"all" is one word too many.'],
  [['list', '--id', 'DLQ_ASR-1'], '"list" takes --queue only.'],
  [['show'], '"show" needs one --id.'],
  [['show', '--id', 'DLQ_ASR-1', '--id', 'DLQ_ASR-2'], '"show" needs one --id.'],
  [['drop'], '"drop" needs either --id, --queue or --all.'],
  [['replay', '--all', '--queue', 'DLQ_ASR'], '"replay" needs either --id, --queue or --all.'],
])('dlq %j is a wrong call', (words, message) => {
  expect(() => readCommand(words)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
});

function run(program: string, words: readonly string[], environment: Readonly<Record<string, string>>) {
  const path = fileURLToPath(new URL(`../../events/${program}/main.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path, ...words],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    },
  );
  return { status, stdout, stderr };
}

test('a wrong call and a wrong environment end with code 2, a bus that is away with 1', () => {
  expect(run('dlq', ['list', '--all'], {})).toEqual({
    ...{ status: 2, stdout: '', stderr: `dlq: "list" takes --queue only.\n\n${usage}\n` },
  });
  expect(run('dlq', ['list'], {})).toEqual({
    ...{ status: 2, stdout: '' },
    stderr: 'dlq: Nothing says where the bus is. Set NATS_URL, DATABASE_URL, or BUS_DATA_DIR to the embedded folder.\n',
  });
  expect(run('streams', [], { NATS_URL: 'http://localhost' })).toEqual({
    ...{ status: 2, stdout: '' },
    stderr: 'streams: NATS_URL is not the address of a NATS server. Set it like nats://host:4222.\n',
  });
  expect(run('streams', [], { NATS_URL: 'nats://127.0.0.1:1' })).toEqual({
    ...{ status: 1, stdout: '' },
    stderr:
      'streams: The NATS server at 127.0.0.1:1 cannot be used: connection refused. Put NATS_URL right, or unset it to use the database.\n',
  });
});
