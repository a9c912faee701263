import type { Node } from '../../../source/node.ts';
import type { Report } from '../../rule.ts';
import { quoteList } from './words.ts';

/** Reports the default and the examples of `node` that its `enum` does not list. */
export function reportOutsideEnum(node: Node, what: string, report: Report): void {
  const list = node.get('enum');
  if (list === undefined || !list.isArray) return;
  const allowed = node.strings('enum');
  const known = new Set(allowed);
  const values: Array<[string, Node | undefined]> = [['default', node.get('default')]];
  for (const example of node.get('examples')?.items() ?? []) values.push(['example', example]);
  for (const [role, value] of values) {
    if (typeof value?.value !== 'string' || known.has(value.value)) continue;
    report({
      location: value.location(),
      message: `The ${role} ${JSON.stringify(value.value)} of the ${what} is not in its enum: ${quoteList(allowed.slice(0, 10))}. Use one of these or extend the enum.`,
    });
  }
}
