import type { Node } from '../../source/node.ts';
import type { Callback, HttpOperation } from '../model.ts';
import type { Inherited } from './operation.ts';
import { readPathItem } from './path-item.ts';
import type { Reading } from './reading.ts';

/** The callbacks of an operation, in document order. */
export function readCallbacks(operation: Node, inherited: Inherited, reading: Reading): readonly Callback[] {
  const entries = operation.get('callbacks')?.entries() ?? [];
  return entries.flatMap(([name, child]) => readCallback(name, child, inherited, reading) ?? []);
}

export function readCallback(name: string, node: Node, inherited: Inherited, reading: Reading): Callback | undefined {
  const operations = reading.behind(node, 'callback', (target): HttpOperation[] =>
    target
      .entries()
      .filter(([expression]) => !expression.startsWith('x-'))
      .flatMap(([expression, item]) => readPathItem(expression, item, inherited, reading)?.operations ?? []),
  );
  return operations === undefined ? undefined : { location: node.location(), name, operations };
}
