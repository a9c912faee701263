import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

test('wrong configuration ends the start with code 2 and a sentence that names the variable', async () => {
  const { PATH = '' } = process.env;
  const environment = { PATH, SEARCH_RECALL_PERCENT: 'all', NODE_ENV: 'production' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], { env: environment });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(2);
  expect(errors).toContain('SEARCH_RECALL_PERCENT is "all". Set it to a whole number from 0 to 100.');
  expect(errors).toContain('SEARCH_JWKS_FILE is missing.');
});
