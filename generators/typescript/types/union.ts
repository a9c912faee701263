import type { Schema } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { literalType } from '../literal.ts';
import { intersection, union } from './combine.ts';
import type { TypeContext } from './context.ts';
import { typeOf } from './print-type.ts';
import { findProperty, isHidden } from './property.ts';
import { type Member, neverType, type TypeNode, word } from './type-node.ts';

/** The branches of `oneOf` or `anyOf`; with a discriminator each branch carries its value on the wire. */
export function unionType(branches: readonly Schema[], parent: Schema, context: TypeContext): TypeNode {
  return union(
    branches.map((branch) => {
      // A branch that is the declaration itself adds nothing to it.
      if (branch.ref !== undefined && context.owner !== undefined && context.cycles.isCut(context.owner, branch.ref)) {
        return neverType;
      }
      return intersection([typeOf(branch, context), tag(branch, parent, context)]);
    }),
  );
}

/** `{ readonly petType: 'cat' }`, unless the branch says so itself. */
function tag(branch: Schema, { discriminator }: Schema, context: TypeContext): TypeNode {
  const nothing = word('unknown');
  if (discriminator === undefined || branch.ref === undefined) return nothing;
  const { propertyName, mapping } = discriminator;
  const mapped = [...mapping].filter(([, target]) => target === branch.ref).map(([value]) => value);
  const values = mapped.length > 0 ? mapped : [branch.ref];
  const property = findProperty(propertyName, [branch], context.schemas);
  if (property !== undefined && isHidden(property, context)) return nothing;
  const known = property === undefined ? undefined : valuesOf(property, context);
  if (known?.every((value) => typeof value === 'string' && values.includes(value))) return nothing;
  if (known !== undefined && !known.some((value) => typeof value === 'string' && values.includes(value))) {
    // Without a mapping the branch's own value tells it apart, whatever the schema is called.
    if (mapped.length === 0) return nothing;
    const message = `The schema "${branch.ref}" does not admit ${values.map((value) => JSON.stringify(value)).join(' or ')} as its "${propertyName}", so the union cannot be told apart by it. Add a mapping for the value that it has.`;
    context.report(unsupported('discriminator', discriminator.location, message));
    return nothing;
  }
  const type = union(values.map((value) => word(literalType(value))));
  const member: Member = { name: propertyName, optional: false, description: undefined, deprecated: false, type };
  return { kind: 'object', members: [member], index: undefined };
}

function valuesOf(schema: Schema, context: TypeContext): Schema['enum'] {
  const seen = new Set<string>();
  for (let at: Schema | undefined = schema; at !== undefined; ) {
    if (at.enum !== undefined) return at.enum;
    if (at.ref === undefined || seen.has(at.ref)) return undefined;
    seen.add(at.ref);
    at = context.schemas.get(at.ref);
  }
  return undefined;
}
