import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { generateInto, readFixture } from './generate.ts';

it('serves where code from strings is forbidden, as in workers', { timeout: 30_000 }, async () => {
  const written = generateInto(honoServer, readFixture('tests/generators/hono-server/fixtures/petstore.yaml'));
  const script = join(written.folder, 'serve.ts');
  writeFileSync(
    script,
    `import { createRoutes } from './index.ts';
     import { operations } from './operations.ts';
     const pet = { id: 1, name: 'Milo', kind: 'cat' };
     const handlers = Object.fromEntries(Object.keys(operations).map((name) => [name, () => ({ status: 200, body: pet })]));
     const security = { Token: () => 'me', Key: () => 'me', Login: () => 'me' };
     const app = createRoutes(handlers as never, { deps: {}, security });
     const ask = async (path: string) => (await app.request(path, { headers: { authorization: 'Bearer x' } })).status;
     let evaluates = true;
     try { new Function('return 1'); } catch { evaluates = false; }
     console.log(JSON.stringify([evaluates, await ask('/pets/1'), await ask('/pets/x')]));`,
  );
  const options = ['--disallow-code-generation-from-strings', script];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  written.remove();
  expect(JSON.parse(stdout)).toEqual([false, 200, 400]);
});
