import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const operationIdUnique = httpRule({
  id: 'operation-id-unique',
  severity: 'error',
  summary: 'Each operationId is used once.',
  why: 'Links, clients and documentation name an operation by its id. Generated code with two functions of one name does not compile, or one hides the other.',
  fix: 'Rename one of the two operations.',
  reference: 'OpenAPI 3.1.1, 4.8.10 Operation Object',
  check(contract, report) {
    const first = new Map<string, Node>();
    for (const operation of objectsOf(contract, 'operation')) {
      const id = operation.string('operationId');
      if (id === undefined) continue;
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, operation);
        continue;
      }
      const message = `operationId "${id}" is already taken by ${nameOf(other)}. Rename one of the two.`;
      const related = [{ message: 'First used here', location: memberLocation(other, 'operationId') }];
      report({ location: memberLocation(operation, 'operationId'), message, related });
    }
  },
});

/** `GET /orders/{orderId}`, told from where the operation stands; webhooks and callbacks have a name for a path. */
function nameOf(operation: Node): string {
  const item = operation.parent?.key === 'additionalOperations' ? operation.parent.parent : operation.parent;
  return `${operation.key.toUpperCase()} ${item?.key ?? ''}`;
}
