import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

describe('each fault of a faulty document has one finding, on the marked line, and there are no others', () => {
  test.each(documentsIn('invalid'))('%s', async (path) => {
    const found = await findings(path);
    expect(found.map(lineAndRule)).toEqual(wantedIn(path));
    expect(found.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });
});

describe('a legal document has no findings, however odd it looks', () => {
  test.each(documentsIn('valid'))('%s', async (path) => {
    expect((await findings(path)).map(({ message }) => message)).toEqual([]);
  });
});

function documentsIn(folder: string): string[] {
  return readdirSync(join(here, folder)).map((file) => `${folder}/${file}`);
}

async function findings(path: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await validate(new Workspace({ files: projectFiles(here) }), [path]);
  return diagnostics;
}

function lineAndRule({ location, rule }: Diagnostic): string {
  return `${location.range.start.line} ${rule}`;
}

/** `# want some-rule` at the end of a line; several on one line are separated by commas. */
function wantedIn(path: string): string[] {
  const lines = readFileSync(join(here, path), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const rules = / # want (.+)$/.exec(line)?.[1]?.split(', ') ?? [];
    return rules.map((rule) => `${i + 1} ${rule}`);
  });
}
