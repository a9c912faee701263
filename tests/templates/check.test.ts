import { expect, test } from 'vitest';
import { renderTemplate, usingTemplates, type View } from '../../generators/render.ts';

const view: View = {
  title: 'Pets',
  secured: false,
  modules: { types: './types.js' },
  operations: [{ name: 'listPets', tags: ['pets', 'all'] }],
  none: [],
};

/** What a user's template in the place of one of ours prints, or the fault that is found in it. */
function rendered(text: string): string {
  try {
    const find = () => ({ text, shown: 'templates/x.hbs' });
    return usingTemplates({ find }, () => renderTemplate('typescript-client', 'types', view));
  } catch (error) {
    return String(error);
  }
}

test('a template places names, goes through lists and asks conditions', () => {
  const text = [
    '{{title}} {{modules.types}}',
    '{{#each operations}}',
    '{{@index}} {{name}} of {{../title}} {{@root.title}}{{#each tags as |tag position|}} {{position}}={{tag}}{{/each}}',
    '{{/each}}',
    '{{#if secured}}closed{{missing}}{{else}}open{{/if}}{{#unless none}} empty{{/unless}}',
  ].join('\n');
  expect(rendered(text)).toBe('Pets ./types.js\n0 listPets of Pets Pets 0=pets 1=all\nopen empty\n');
});

test.each([
  ['{{titel}}', '1:3 The view has no "titel" here. It has title, secured, modules, operations, none.'],
  [
    'a\n  {{#each pets}}{{/each}}',
    '2:11 The view has no "pets" here. It has title, secured, modules, operations, none.',
  ],
  ['{{#each operations}}\n{{nam}}{{/each}}', '2:3 The view has no "nam" here. It has name, tags.'],
  ['{{modules.schemas}}', '1:3 The view has no "modules.schemas" here. It has types.'],
  ['{{title.length}}', '1:3 The view has no "title.length" here. It is a text.'],
  ['{{../title}}', '1:3 The view has no "../title" here. There is nothing around it.'],
  ['{{@index}}', '1:3 There is no "@index" here.'],
  ['{{constructor}}', '1:3 The view has no "constructor" here. It has title, secured, modules, operations, none.'],
  ['{{operations}}', '1:3 "operations" is a list: go through it by {{#each}}.'],
  ['{{modules}}', '1:3 "modules" is no text. It has types.'],
  ['\n {{upper title}}', '2:2 There is no helper "upper". There are each, if and unless.'],
  ['{{#with modules}}{{/with}}', '1:1 There is no block "with". There are each, if and unless.'],
  ['{{#if}}{{/if}}', '1:1 {{#if}} takes one name, such as {{#if operations}}.'],
  ['{{#if secured}}{{> other}}{{/if}}', '1:16 Templates include no others: there are no partials.'],
  ['{{#*inline "x"}}{{/inline}}', '1:1 Templates hold text, {{name}}, {{#each}}, {{#if}} and {{#unless}} only.'],
  ['{{"text"}}', '1:1 Only names stand between braces. Write text as it is.'],
  ['{{#if secured}}\n{{/each}}', "1:4 if doesn't match each."],
  [
    'a {{title}}\n  {{#each operations}} b',
    /^2:25 Handlebars cannot read this: the template ends where a block is still open\.$/,
  ],
  ['a\n  {{title', /^2:\d+ Handlebars cannot read this: .*\.$/],
])('%j is a fault with its place', (text, fault) => {
  const told = rendered(text);
  expect(told).toMatch(/^UsageError: templates\/x\.hbs:/);
  const place = told.slice('UsageError: templates/x.hbs:'.length);
  if (typeof fault === 'string') expect(place).toBe(fault);
  else expect(place).toMatch(fault);
});

test('a view is never compiled: braces in it are text', () => {
  const hostile = { ...view, title: '{{secured}}{{> x}}' };
  const find = () => ({ text: '{{title}}', shown: 'x.hbs' });
  expect(usingTemplates({ find }, () => renderTemplate('typescript-client', 'types', hostile))).toBe(
    '{{secured}}{{> x}}\n',
  );
});

test('our own templates are back as soon as the run is over, also when it fails', () => {
  const fail = () => usingTemplates({ find: () => ({ text: '{{nothing}}', shown: 'x.hbs' }) }, types);
  const types = () =>
    renderTemplate('typescript-client', 'types', { header: '', imports: '', declarations: ['A\n'], isEmpty: false });
  expect(fail).toThrow('x.hbs:1:3');
  expect(types()).toBe('\nA\n');
});
