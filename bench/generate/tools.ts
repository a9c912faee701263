import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from '../emitters/index.ts';

const root = join(benchFolder, '..');
const installed = (path: string) =>
  [benchFolder, root].map((place) => join(place, 'node_modules', path)).find((file) => existsSync(file)) ?? path;

export interface Tool {
  readonly name: string;
  /** The command that a user types: a document below the working directory, a folder for what comes out. */
  command(document: string, output: string): readonly string[];
}

const own = (target: string): Tool => ({
  name: target,
  // Reads, validates, generates and writes everything, whatever it did before.
  command: (document, output) => [
    ...[join(root, 'dist/cli/bin.js'), 'generate', document, '--target', target, '--output', output, '--no-cache'],
  ],
});

export const tools: readonly Tool[] = [
  own('typescript-client'),
  own('hono-server'),
  {
    name: 'hey-api',
    command: (document, output) => [
      ...[installed('@hey-api/openapi-ts/bin/run.js'), '-i', document, '-o', output, '-s', '--no-log-file'],
    ],
  },
  {
    name: 'orval',
    command: (document, output) => [
      ...[installed('orval/dist/bin/orval.mjs'), '--input', document, '--output', join(output, 'client.ts')],
      ...['--client', 'fetch', '--mode', 'single'],
    ],
  },
  {
    name: 'openapi-typescript',
    command: (document, output) => [
      ...[installed('openapi-typescript/bin/cli.js'), document, '-o', join(output, 'schema.ts')],
    ],
  },
];
