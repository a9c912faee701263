import { functionName, NameScope } from '../typescript/names.ts';
import { safePath } from './safe-text.ts';

export interface SafeTemplate {
  readonly template: string;
  /** From a name as the contract writes it to the one in `template`. */
  readonly names: ReadonlyMap<string, string>;
}

/** The template with names that are identifiers, and those by the names that stood there: nothing of it is sent. */
export function safeTemplate(path: string): SafeTemplate {
  const scope = new NameScope();
  const names = new Map<string, string>();
  const parts = path.split(/\{([^{}]*)\}/);
  const template = parts.map((part, i) => {
    if (i % 2 === 0) return safePath(part).replaceAll(/[{}]/g, encodeURIComponent);
    const name = names.get(part) ?? scope.unique(/^[A-Za-z_]\w*$/.test(part) ? part : functionName(part));
    names.set(part, name);
    return `{${name}}`;
  });
  const joined = template.join('');
  return { template: joined.startsWith('/') ? joined : `/${joined}`, names };
}
