import { readdirSync, readFileSync } from 'node:fs';

// The same way up from `generators/` in a checkout and from `dist/generators/` in the package.
const folder = new URL('../../templates/', import.meta.url);
const texts = new Map<string, string>();

/** The text of `templates/<target>/<name>.hbs`. */
export function bundledTemplate(targetId: string, templateName: string): string {
  const path = `${targetId}/${templateName}.hbs`;
  const text = texts.get(path) ?? readFileSync(new URL(path, folder), 'utf8');
  texts.set(path, text);
  return text;
}

/** The names of a target's templates, sorted; none for a target that prints without any. */
export function bundledTemplateNames(targetId: string): readonly string[] {
  try {
    return readdirSync(new URL(`${targetId}/`, folder))
      .filter((file) => file.endsWith('.hbs'))
      .map((file) => file.slice(0, -'.hbs'.length))
      .sort();
  } catch {
    return [];
  }
}
