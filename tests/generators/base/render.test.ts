import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderTemplate, type View } from '../../../generators/render.ts';

const templates = join(import.meta.dirname, '../../../templates');

const view = { header: '', imports: '', declarations: ['type A = 1;\n'], isEmpty: false };

test('text in a view is placed as it is, whatever it looks like', () => {
  const hostile = ['{{header}} {{{x}}} <b>&amp;</b> ', '$', '{1} `\n'].join('');
  expect(renderTemplate('typescript-client', 'types', { ...view, declarations: [hostile] })).toContain(hostile.trim());
});

test('a rendered text ends with one line break', () => {
  expect(renderTemplate('typescript-client', 'types', view)).toBe('\ntype A = 1;\n');
});

test.each([
  ['a name that the view lacks', { ...view, header: undefined }],
  ['a number, which could be added to its neighbour', { ...view, header: 1 }],
  ['null, which would print nothing', { ...view, header: null }],
])('%s is an error', (_claim, wrong) => {
  // The type of views forbids these; a mistake in a cast must still not print nonsense.
  expect(() => renderTemplate('typescript-client', 'types', wrong as unknown as View)).toThrow();
});

test('a list or condition that the view lacks is an error, which Handlebars itself would not notice', () => {
  const { declarations, ...withoutList } = view;
  expect(() => renderTemplate('typescript-client', 'types', withoutList)).toThrow(/#each/);
  const { isEmpty, ...withoutFlag } = view;
  expect(() => renderTemplate('typescript-client', 'types', withoutFlag)).toThrow(/#if/);
});

test('every template says which view it prints, and stays small', () => {
  for (const path of globSync('**/*.hbs', { cwd: templates })) {
    // A stylesheet or a script is a text of its own, in which no view places anything.
    if (/\.(css|js)\.hbs$/.test(path)) continue;
    const lines = readFileSync(join(templates, path), 'utf8').split('\n');
    expect(lines[0], path).toMatch(/^\{\{!.*[Vv]iew/);
    expect(lines.length, path).toBeLessThan(80);
  }
});
