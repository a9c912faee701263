import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each room may import, itself and `diagnostics` aside. The first match decides. */
const rooms: readonly (readonly [room: string, mayImport: readonly string[]])[] = [
  ['core/diagnostics', []],
  ['core/source', []],
  ['core/contract', ['core/source']],
  ['core/structure', ['core/source', 'core/contract', 'core/rules/rule.ts']],
  ['core/schema', ['core/source', 'core/contract']],
  ['core/rules', ['core/source', 'core/contract', 'core/schema', 'core/structure/index.ts']],
  ['core/releases', ['core/source']],
  ['core/compat', ['core/source', 'core/contract', 'core/schema', 'core/releases']],
  ['core', ['core']],
  ['generators', ['core']],
  ['cli', ['core', 'generators', 'package.json']],
];

function roomOf(file: string): readonly [string, readonly string[]] | undefined {
  return rooms.find(([room]) => file.startsWith(`${room}/`));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...specifiers].map((match) => posix.join(posix.dirname(file), match[1] ?? ''));
}

test('imports run one way: cli → generators → core, and inside core source ← contract ← rules', () => {
  const files = globSync('{core,generators,cli}/**/*.ts', { cwd: root });
  const wrong = files.flatMap((file) => {
    const [room, allowed] = roomOf(file) ?? ['', []];
    return importsOf(file)
      .filter(
        (target) =>
          ![room, 'core/diagnostics', ...allowed].some(
            (prefix) => target === prefix || target.startsWith(`${prefix}/`),
          ),
      )
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('a service imports its own folder, its generated code, common and the events, never another service', () => {
  // The platform is no service: it starts all of them in one process.
  const files = globSync('reference-services/*/{src,generated}/**/*.ts', { cwd: root }).filter(
    (file) => !file.startsWith('reference-services/platform/'),
  );
  const wrong = files.flatMap((file) => {
    const service = file.split('/').slice(0, 2).join('/');
    const home = file.includes('/generated/')
      ? [`${service}/generated/`]
      : [`${service}/`, 'reference-services/common/', 'reference-services/events/'];
    return importsOf(file)
      .filter((target) => !home.some((prefix) => target.startsWith(prefix)))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});
