import { expect, test } from 'vitest';
import { Program } from '../harness/program.ts';
import { Workspace } from '../harness/workspace.ts';

function run(workspace: Workspace, script: string, isReady: () => Promise<boolean>): Program {
  const program = new Program({
    ...{ name: 'program', command: process.execPath, args: ['-e', script] },
    ...{ log: workspace.path('log'), isReady },
  });
  workspace.atEnd(() => program.kill());
  return program;
}

test('a program that ends before it is ready is told of with what it printed', async () => {
  const workspace = new Workspace();
  const program = run(workspace, 'console.log("no port"); process.exit(1)', async () => false);
  await expect(program.start()).rejects.toThrow('program ended before it was ready:\nno port');
  await workspace.close();
});

test('a program can be killed and started again, and ends with its workspace', async () => {
  const workspace = new Workspace();
  const program = run(workspace, 'setInterval(() => {}, 1000)', async () => true);
  await program.start();
  await program.kill();
  expect(program.running).toBe(false);
  await program.start();
  expect(program.running).toBe(true);
  await workspace.close();
  expect(program.running).toBe(false);
});

test('all that was started is ended, the last one first, also when one of them cannot be', async () => {
  const workspace = new Workspace();
  const ended: string[] = [];
  workspace.atEnd(() => void ended.push('first'));
  workspace.atEnd(() => Promise.reject(new Error('stays')));
  workspace.atEnd(() => void ended.push('last'));
  await expect(workspace.close()).rejects.toThrow('Not everything could be ended.');
  expect(ended).toEqual(['last', 'first']);
});
