import type { SchemaName } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import type { TypeContext } from './context.ts';
import { typeOf } from './print-type.ts';
import { named, type TypeNode, unknownType } from './type-node.ts';

/** The declared name of a schema; where a declaration would contain itself, what it adds is written out instead. */
export function referenceType(name: SchemaName, context: TypeContext): TypeNode {
  const target = context.schemas.get(name);
  if (target === undefined) return unknownType;
  if (context.owner === undefined || !context.cycles.isCut(context.owner, name)) {
    return named(context.names.of(name, context.direction, context.onWire));
  }
  const message = `"${name}" is defined through itself without an object or array between, which TypeScript refuses. The type holds what "${name}" adds without its branches; break the circle to be exact.`;
  context.report(unsupported('recursion', target.location, message));
  const stem = { ...target, ref: undefined, oneOf: undefined, anyOf: undefined, allOf: undefined };
  return typeOf(stem, context);
}
