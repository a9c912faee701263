import type { PathItem } from '../../contract/model.ts';
import { httpRule } from './http-rule.ts';

export const pathUnique = httpRule({
  id: 'path-unique',
  severity: 'error',
  summary: 'No two paths differ only in the names of their parameters.',
  why: '/pets/{id} and /pets/{name} match the same requests, so nobody can say which of the two is meant. Where the two have no method in common, every request still has one operation, and it is a warning.',
  fix: 'Merge the two path items, or give one of them another fixed segment.',
  reference: 'OpenAPI 3.1.1, 4.8.8.1 Path Templating Matching',
  check(contract, report) {
    // 2.0 does not say it.
    if (contract.dialect.line === '2.0') return;
    const first = new Map<string, PathItem>();
    for (const item of contract.paths) {
      const shape = item.path.replace(/\{[^{}]*\}/g, '{}');
      const other = first.get(shape);
      if (other === undefined) {
        first.set(shape, item);
        continue;
      }
      const message = `${item.path} matches the same requests as ${other.path}. Merge the two, or change a fixed segment.`;
      const related = [{ message: 'The other path', location: other.location }];
      report({
        location: item.location,
        message,
        related,
        severity: areHalves(item, other) ? 'warning' : 'error',
      });
    }
  },
});

/** True where each has operations and every request still has one of its own: one path item, written in two halves. */
function areHalves(a: PathItem, b: PathItem): boolean {
  if (a.operations.length === 0 || b.operations.length === 0) return false;
  return !a.operations.some(({ method }) => b.operations.some((other) => other.method === method));
}
