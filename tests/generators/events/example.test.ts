import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const example = join(import.meta.dirname, '../../../examples/events/main.ts');

test('the example publishes an event, works on it and shows what becomes of a stranger', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [example], { encoding: 'utf8' });
  expect({ stdout, stderr, status }).toEqual({
    stdout: `transcribe rec_01M7VBSJEG08Y4YCWC4KHBX95N, 1800 s (delivery 1)
dead letter: payload#/id is missing; payload#/source is missing; payload#/type is missing; payload#/subject is missing; payload#/time is missing; payload#/datacontenttype is missing; payload#/tenantid is missing; payload#/data is missing; header "Nats-Msg-Id" is missing
`,
    stderr: '',
    status: 0,
  });
});
