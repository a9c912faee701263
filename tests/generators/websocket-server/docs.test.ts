import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { websocketServer } from '../../../generators/websocket-server/target.ts';
import { compileAll } from '../random/compile-all.ts';
import { projectContract } from '../support/project-contract.ts';

test('the code of docs/websocket.md compiles against what it says is generated', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/websocket.md'), 'utf8');
  const { contract } = projectContract('contracts/asr-streaming/asyncapi.yaml');
  const targets = { client: typescriptClient, server: websocketServer };
  const blocks = [...text.matchAll(/^```ts (client|server)\n(.*?)^```$/gms)];
  const units = blocks.map(([, side = '', code = '']) => {
    const target = side === 'server' ? targets.server : targets.client;
    const { files } = target.generate(contract, { importExtension: '.js' });
    const usage = { path: 'usage.ts', text: code.replace(`./generated/${side}/index.js`, './index.js') };
    return { target: target.id, files: [...files, usage] };
  });
  expect(units).toHaveLength(3);
  expect(compileAll(units)).toEqual([]);
});
