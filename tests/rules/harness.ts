import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';

/**
 * Runs the fixtures of a folder, one subfolder per rule: every `bad*.yaml` must bring the findings of that rule, on the
 * lines that end in `# want <rule-id>` and on no other, and every `good*.yaml` must bring none. A line that two findings
 * stand on names the rule twice: `# want some-rule, some-rule`. Files of other names are what the fixtures refer to.
 */
export function testRules(
  folder: string,
  check: (path: string) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>,
): void {
  for (const rule of ruleFolders(folder)) {
    describe(rule, () => {
      const files = readdirSync(join(folder, rule)).sort();
      test('has a good and a bad fixture', () => {
        const kinds = new Set(files.flatMap((file) => /^(good|bad).*\.yaml$/.exec(file)?.[1] ?? []));
        expect([...kinds].sort()).toEqual(['bad', 'good']);
      });
      for (const file of files.filter((name) => /^bad.*\.yaml$/.test(name))) {
        test(`${file} is found wrong on the marked lines`, async () => {
          const path = join(folder, rule, file);
          const wanted = wantedIn(readFileSync(path, 'utf8'), rule);
          expect(wanted).not.toEqual([]);
          expect(linesOf(await check(path), rule)).toEqual(wanted);
        });
      }
      for (const file of files.filter((name) => /^good.*\.yaml$/.test(name))) {
        test(`${file} is left alone`, async () => {
          expect(messagesOf(await check(join(folder, rule, file)), rule)).toEqual([]);
        });
      }
    });
  }
}

/** The rules that have fixtures in the folder. */
export function ruleFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function wantedIn(text: string, rule: string): number[] {
  return text.split('\n').flatMap((line, i) => {
    const ids =
      /# want (.+)$/
        .exec(line)?.[1]
        ?.split(',')
        .map((id) => id.trim()) ?? [];
    return ids.filter((id) => id === rule).map(() => i + 1);
  });
}

function linesOf(diagnostics: readonly Diagnostic[], rule: string): number[] {
  const own = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  return sortDiagnostics(own).map(({ location }) => location.range.start.line);
}

function messagesOf(diagnostics: readonly Diagnostic[], rule: string): string[] {
  const own = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  return own.map(({ location, message }) => `${location.range.start.line}: ${message}`);
}
