import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** What templates see: text, truth and nesting. Numbers and null are left out, see `renderTemplate`. */
export type View = { readonly [name: string]: ViewValue };
export type ViewValue = string | boolean | View | readonly ViewValue[];

/**
 * Renders `templates/<target>/<name>.hbs`, ending with one line break. Templates only place strings: an unknown name, an undefined value and any
 * helper beside `each`, `if` and `unless` is an error, and nothing in a view is ever compiled.
 *
 * `noEscape` makes Handlebars concatenate raw values, so two numbers side by side would be added and `null` would
 * print nothing; therefore a view may not hold them.
 */
export function renderTemplate(targetId: string, templateName: string, view: View): string {
  refuseStrangers(view, `${targetId}/${templateName}`);
  return `${templateOf(targetId, templateName)(view).trimEnd()}\n`;
}

// The same way up from `generators/` in a checkout and from `dist/generators/` in the package.
const templatesFolder = new URL('../templates/', import.meta.url);
const compiled = new Map<string, (view: View) => string>();
const engine = createEngine();

function templateOf(targetId: string, templateName: string): (view: View) => string {
  const path = `${targetId}/${templateName}.hbs`;
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const render = engine.compile<View>(readFileSync(new URL(path, templatesFolder), 'utf8'), {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { each: true, if: true, unless: true, with: false, lookup: false, log: false },
  });
  compiled.set(path, render);
  return render;
}

function createEngine(): typeof Handlebars {
  const created = Handlebars.create();
  for (const name of ['each', 'if', 'unless'] as const) {
    const original = created.helpers[name];
    if (original === undefined) throw new Error(`Handlebars has no helper "${name}"`);
    // `strict` does not look at the arguments of block helpers: a misspelt list would print nothing.
    created.registerHelper(name, function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new Error(`A template asks {{#${name}}} for a value that its view does not have`);
      return original.call(this, value, options);
    });
  }
  for (const name of ['with', 'lookup', 'log']) created.unregisterHelper(name);
  return created;
}

function refuseStrangers(value: unknown, path: string): void {
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value !== 'object' || value === null) {
    throw new Error(`The view of ${path} holds ${String(value)}; views hold strings, booleans, lists and objects only`);
  }
  for (const [key, child] of Object.entries(value)) refuseStrangers(child, `${path}.${key}`);
}
