import type { Node } from '../../../source/node.ts';
import type { Draft } from '../draft.ts';
import { type Kit, schemaAt, schemaListAt } from './kit.ts';

/** References, `allOf`, `anyOf`, `oneOf`, `not` and `if`. */
export function readLogic(draft: Draft, node: Node, kit: Kit): void {
  draft.allOf = schemaListAt(node, 'allOf', kit);
  if (kit.features.unions) {
    draft.anyOf = schemaListAt(node, 'anyOf', kit);
    draft.oneOf = schemaListAt(node, 'oneOf', kit);
    draft.not = schemaAt(node, 'not', kit);
  }
  if (kit.features.draft06) readCondition(draft, node, kit);
}

/** `then` and `else` without `if` say nothing, and the other way round. */
function readCondition(draft: Draft, node: Node, kit: Kit): void {
  const condition = schemaAt(node, 'if', kit);
  if (condition === undefined) return;
  const yes = schemaAt(node, 'then', kit);
  const no = schemaAt(node, 'else', kit);
  if (yes === undefined && no === undefined) return;
  draft.if = condition;
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; a schema is never awaited.
  draft.then = yes;
  draft.else = no;
}
