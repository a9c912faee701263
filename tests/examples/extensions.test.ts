import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const cwd = join(import.meta.dirname, '../..');
const petstore = 'examples/petstore/openapi.yaml';

test.each([
  ['plugin-target', ['--plugin', './examples/plugin-target/target.ts', '--target', 'go-routes']],
  ['user-templates', ['--templates', 'examples/user-templates/templates', '--target', 'markdown']],
])('examples/%s makes what is committed', async (example, flags) => {
  const output = ['--output', `examples/${example}/generated`];
  const { exitCode, out, error } = await runCli(['generate', petstore, ...flags, ...output, '--check'], { cwd });
  expect([exitCode, error], `${out}\nnpm run cli -- generate ${[petstore, ...flags, ...output].join(' ')}`).toEqual([
    0,
    '',
  ]);
});
