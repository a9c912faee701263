import { ownTargetIds } from '../../generators/index.ts';
import { bundledTemplateNames } from '../../generators/templates/bundled.ts';
import { type Shape, viewsOf } from './views.ts';

/** The text of docs/templates.md: how to replace a template, and what each one is given. */
export async function templatesPage(): Promise<string> {
  const targets = ownTargetIds.filter((id) => bundledTemplateNames(id).length > 0);
  const sections: string[] = [];
  for (const id of targets) sections.push(targetSection(id, await viewsOf(id)));
  return [introduction, ...sections].join('\n\n');
}

const introduction = `# Templates of your own

<!-- Written by \`npm run docs\`; the text above the lists stands in scripts/docs/templates-page.ts, the lists come from the targets. -->

\`generate --templates <folder>\` prints with your templates in the place of ours: \`<folder>/<target>/<name>.hbs\` replaces that one, all
others stay. An entry of \`ai2text-contracts.config.json\` names its folder as \`"templates"\`, relative to the file and inside the project.
[examples/user-templates](../examples/user-templates) is a whole example.

\`\`\`console
$ ai2text-contracts generate good.yaml --target markdown --output docs --templates templates/good
markdown  good.yaml -> docs  1 file: 1 created (9 ms)
\`\`\`

Start from a copy of ours in [templates/](../templates). A template is [Handlebars](https://handlebarsjs.com/guide/) and only places what is there:
text, \`{{name}}\`, \`{{#each list}}\`, \`{{#if condition}}\` and \`{{#unless condition}}\` with \`{{else}}\`. There are no other helpers and no
partials, and nothing is escaped: names, literals and comments in a view are printed already, so that no text of a contract can become code.
What a view does not have is an error with its place, and so is a file that takes no template's place:

\`\`\`console
$ ai2text-contracts generate good.yaml --target markdown --output docs --templates templates/faulty
templates/faulty/markdown/reference.hbs:3:3 The view has no "summary" here. It has title, intro, servers, contents, parts, responses, security, schemas.
$ ai2text-contracts generate good.yaml --target markdown --output docs --templates templates/misspelt
templates/misspelt/markdown/referense.hbs takes no template's place. Those of the target "markdown" are reference.hbs.
\`\`\`

Templates are part of what a result is remembered by: a changed one is noticed by the cache and by \`--watch\`. They are ours to change,
too: with a new version, compare yours with ours. Where templates do not reach, [plugins](plugins.md) do.

The lists below are what each template is given. "Sometimes" marks what not every contract leads to: ask for it inside of the
condition that ours asks for.`;

function targetSection(id: string, shapes: ReadonlyMap<string, Shape>): string {
  // Templates that see the same are told of once.
  const byText = new Map<string, string[]>();
  for (const [name, shape] of shapes) {
    const text = membersOf(shape, '');
    byText.set(text, [...(byText.get(text) ?? []), `\`${name}.hbs\``]);
  }
  const parts = [...byText].map(
    ([text, names]) => `### ${names.join(', ')}\n\n${text || 'Nothing: a text of its own.'}`,
  );
  return [`## ${id}`, ...parts].join('\n\n');
}

function membersOf({ members, seen, objects }: Shape, margin: string): string {
  return [...members]
    .map(([name, shape]) => {
      const sometimes = (seen.get(name) ?? 0) < objects ? ', sometimes' : '';
      const inside = membersOf(shape, `${margin}  `);
      return `${margin}- \`${name}\`: ${kindOf(shape)}${sometimes}${inside === '' ? '' : `\n${inside}`}`;
    })
    .join('\n');
}

function kindOf({ kinds, members }: Shape): string {
  const words = [...kinds].sort().map((kind) => {
    if (kind !== 'list') return kind;
    return members.size > 0 ? 'a list, each with' : 'a list of texts';
  });
  return words.join(' or ');
}
