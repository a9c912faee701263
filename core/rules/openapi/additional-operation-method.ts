import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

const fixed: ReadonlySet<string> = new Set([
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
  'QUERY',
]);

export const additionalOperationMethod = httpRule({
  id: 'additional-operation-method',
  severity: 'error',
  summary: '"additionalOperations" holds only methods that have no field of their own.',
  why: 'A method described in two places has two meanings, and most tools look at its own field only.',
  fix: 'Move the operation to the field of the path item.',
  reference: 'OpenAPI 3.2.0, 4.9 Path Item Object',
  check(contract, report) {
    if (contract.dialect.line !== '3.2') return;
    for (const item of objectsOf(contract, 'pathItem')) {
      for (const [method, operation] of item.get('additionalOperations')?.entries() ?? []) {
        if (!fixed.has(method)) continue;
        const message = `${method} has a field of its own. Move the operation to "${method.toLowerCase()}".`;
        report({ location: operation.location('key'), message });
      }
    }
  },
});
