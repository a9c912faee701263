import { templateNamesOf } from '../../../contract/asyncapi/parameters.ts';
import type { Node } from '../../../source/node.ts';

/** The members of a server that may use variables: `url` in 2.x, `host` and `pathname` in 3.x. */
export function templatesOf(server: Node): Node[] {
  return ['url', 'host', 'pathname'].flatMap((key) => server.get(key) ?? []);
}

export function variablesUsedBy(template: Node): string[] {
  const names = typeof template.value === 'string' ? templateNamesOf(template.value) : [];
  return [...new Set(names)].filter((name) => name !== '');
}
