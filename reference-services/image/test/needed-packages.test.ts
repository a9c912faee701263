import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { neededPackages } from '../needed-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'ai2text-needed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

beforeAll(() => {
  write(
    'src/main.ts',
    "import { a } from 'a';\nimport type { T } from 'types-only';\nimport { b } from './b.ts';\nimport fs from 'node:fs';\n" +
      "const helper = new URL('./helper.ts', import.meta.url);\nconst late = () => import('@scope/late/sub');\n",
  );
  write('src/b.ts', "export { c } from 'c';\nexport type { U } from 'types-only';\n");
  write('src/helper.ts', "import 'd';\n");
  const manifests = {
    a: { dependencies: { shared: '1' }, optionalDependencies: { 'not-installed': '1' } },
    '@scope/late': { peerDependencies: { c: '1' } },
    c: { dependencies: { shared: '2' } },
    'c/node_modules/shared': {},
    ...{ d: {}, shared: {}, 'types-only': {}, unused: {} },
  };
  for (const [name, manifest] of Object.entries(manifests)) {
    write(`node_modules/${name}/package.json`, JSON.stringify(manifest));
  }
});

it('a program needs what its files load, also later or in another process, and all that those packages depend on', () => {
  const needed = [...neededPackages(join(folder, 'src/main.ts'))].map((one) =>
    one.slice(`${folder}/node_modules/`.length),
  );
  expect(needed.sort()).toEqual(['@scope/late', 'a', 'c', 'c/node_modules/shared', 'd', 'shared']);
});
