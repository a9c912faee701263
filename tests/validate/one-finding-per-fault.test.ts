import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultSettings, type RuleSettings } from '../../core/rules/settings.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';

test('a rule that explains the case stands in for the meta-schema, and other faults at the same place stay', async () => {
  const parameter = '{in: path, schema: {type: string}}';
  expect(
    await findings(`openapi: 3.0.4
info: {title: Library, version: 1.0.0}
paths:
  /books/{id}:
    parameters:
      - ${parameter}
`),
  ).toEqual([
    '6:9 path-parameter-required The path parameter "" is not marked as required. Write "required: true".',
    '6:9 structure-required Missing "name". Add it to item 1 of "parameters".',
  ]);
});

test('without the rule the meta-schema speaks', async () => {
  const text = `openapi: 3.1.1
info: {title: Library, version: 1.0.0}
paths:
  books: {}
`;
  const settings = { ...defaultSettings, rules: new Map([['path-starts-with-slash', 'off']] as const) };
  expect(await findings(text)).toEqual([
    '4:3 path-starts-with-slash The path "books" does not start with a slash. Write "/books".',
  ]);
  expect(await findings(text, settings)).toEqual([
    '4:3 structure-unknown-key Unknown key "books". Here stand paths, which start with "/". Extensions start with "x-".',
  ]);
});

test('of two that mean the same fault the more severe one stays', async () => {
  expect(
    await findings(`openapi: 3.1.1
info: {title: Library, version: 1.0.0}
components:
  requestBodies:
    Book: {content: {json: {}}}
`),
  ).toEqual(['5:22 structure-value "json" is not allowed as a key of "content".']);
});

test('a reference that is no URL and leads nowhere is reported once', async () => {
  expect(
    await findings(`asyncapi: 2.6.0
info: {title: Library, version: 1.0.0}
channels:
  books:
    publish:
      message: {$ref: 'a b'}
`),
  ).toEqual(['6:23 ref-resolves The reference "a b" points to a b, which does not exist.']);
});

test('no marked line of a rule’s fixtures has another finding of the structure check', async () => {
  for (const path of fixtures()) {
    const workspace = new Workspace({ files: projectFiles(dirname(path)) });
    const { diagnostics } = await validate(workspace, [basename(path)]);
    const marked = readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) => (line.includes('# want ') ? [i + 1] : []));
    const twice = diagnostics.filter(
      ({ rule, location }) => rule.startsWith('structure-') && marked.includes(location.range.start.line),
    );
    const told = diagnostics.filter(({ rule }) => !rule.startsWith('structure-'));
    const lines = new Set(told.map(({ location }) => location.range.start.line));
    const both = twice.filter(({ location }) => lines.has(location.range.start.line));
    expect([path, both.map(({ message }) => message)]).toEqual([path, []]);
  }
});

function fixtures(): string[] {
  const folder = fileURLToPath(new URL('../rules', import.meta.url));
  return ['openapi', 'asyncapi', 'examples'].flatMap((group) =>
    readdirSync(join(folder, group), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\bbad[^/]*\.yaml$/.test(file))
      .map((file) => join(folder, group, file)),
  );
}

async function findings(text: string, settings: RuleSettings = defaultSettings): Promise<string[]> {
  const workspace = new Workspace({
    files: { read: (path) => ({ refusal: `points to ${path}, which does not exist` }) },
  });
  workspace.add('contract.yaml', text);
  const { diagnostics } = await validate(workspace, ['contract.yaml'], settings);
  return diagnostics.map(({ location: { range }, rule, message }) => {
    return `${range.start.line}:${range.start.column} ${rule} ${message}`;
  });
}
