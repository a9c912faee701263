import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadOwnTarget } from '../../generators/index.ts';
import type { GeneratedFile, ImportExtension } from '../../generators/target.ts';
import { readFixture } from './hono-server/generate.ts';
import { writeFiles } from './support/type-check.ts';

const checkout = resolve(import.meta.dirname, '../..');
const contracts = globSync(
  ['contracts/*/*api.yaml', 'examples/**/*api.yaml', 'tests/generators/*/golden/*/{openapi,asyncapi}.yaml'],
  { cwd: checkout },
).toSorted();
const targets = ['typescript-client', 'hono-server', 'events', 'contract-tests', 'websocket-server'];

/** What every target that prints TypeScript makes of every contract here. */
async function generateAll(importExtension: ImportExtension): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  const texts = new Set<string>();
  for (const path of contracts) {
    const contract = readFixture(path);
    for (const id of targets) {
      const target = await loadOwnTarget(id);
      if (target === undefined || !target.accepts.includes(contract.kind)) continue;
      const folder = `${dirname(path)}/${id}`;
      for (const { path: name, text } of target.generate(contract, { importExtension }).files) {
        // The handwritten runtime is the same for every contract.
        if (!texts.has(text)) files.push({ path: `${folder}/${name}`, text });
        texts.add(text);
      }
    }
  }
  return files;
}

/** Our own settings for code, and imports and names that nobody uses are errors. */
function settings(): string {
  const { formatter, javascript, linter } = JSON.parse(readFileSync(join(checkout, 'biome.json'), 'utf8'));
  const correctness = { noUnusedImports: 'error', noUnusedVariables: 'error', noUnusedFunctionParameters: 'error' };
  const rules = { ...linter.rules, correctness };
  return `${JSON.stringify({ root: true, formatter, javascript, linter: { rules } }, null, 2)}\n`;
}

test.each<ImportExtension>(['.js', ''])(
  'generated code with imports that end in "%s" is as our formatter would leave it, and nothing in it is unused',
  { timeout: 60_000 },
  async (importExtension) => {
    const folder = mkdtempSync(join(tmpdir(), 'ai2text-format-'));
    try {
      const files = await generateAll(importExtension);
      expect(files.length).toBeGreaterThan(200);
      writeFiles(folder, files);
      writeFileSync(join(folder, 'biome.json'), settings());
      const biome = join(checkout, 'node_modules/@biomejs/biome/bin/biome');
      // The order of exports is one for reading: types, operations, client.
      const checks = [
        'check',
        '--assist-enabled=false',
        '--max-diagnostics=20',
        '--diagnostic-level=warn',
        '--colors=off',
        '.',
      ];
      const { stdout, stderr, status } = spawnSync(process.execPath, [biome, ...checks], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status === 0 ? '' : stdout + stderr).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
