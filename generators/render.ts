import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledTemplate } from './templates/bundled.ts';
import { refuseFaults } from './templates/check.ts';
import { compileTemplate } from './templates/engine.ts';

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
  current.seen?.(targetId, templateName, view);
  const own = current.find?.(targetId, templateName);
  if (own !== undefined) return renderText(own, view);
  return render(bundledTemplate(targetId, templateName), view);
}

/** Renders a template that stands beside a plugin's code: `renderTemplateFile(new URL('./routes.hbs', import.meta.url), view)`. */
export function renderTemplateFile(file: URL, view: View): string {
  const shown = fileURLToPath(file);
  refuseStrangers(view, shown);
  return renderText({ shown, text: readFileSync(file, 'utf8') }, view);
}

/** A template that is not ours. */
export interface TemplateSource {
  readonly text: string;
  /** How its faults name it: a path. */
  readonly shown: string;
}

export interface TemplateUse {
  /** The template that takes the place of ours; undefined for ours. */
  readonly find?: (targetId: string, templateName: string) => TemplateSource | undefined;
  /** Told of every view that is rendered. */
  readonly seen?: (targetId: string, templateName: string, view: View) => void;
}

/**
 * Renders with other templates for as long as `action` runs, which must not be asynchronous: targets are not, and none of
 * them has to pass templates on to the place where it renders.
 */
export function usingTemplates<Result>(use: TemplateUse, action: () => Result): Result {
  const before = current;
  current = use;
  try {
    return action();
  } finally {
    current = before;
  }
}

let current: TemplateUse = {};

/** Whoever wrote the template is told where it goes wrong. */
function renderText({ text, shown }: TemplateSource, view: View): string {
  refuseFaults({ text, shown }, view);
  return render(text, view);
}

function render(text: string, view: View): string {
  return `${compileTemplate(text)(view).trimEnd()}\n`;
}

function refuseStrangers(value: unknown, path: string): void {
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value !== 'object' || value === null) {
    throw new Error(`The view of ${path} holds ${String(value)}; views hold strings, booleans, lists and objects only`);
  }
  for (const [key, child] of Object.entries(value)) refuseStrangers(child, `${path}.${key}`);
}
