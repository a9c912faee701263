import type { Schema } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import type { ModelContext } from './context.ts';
import { type BranchSet, type Expanded, expand, isPlainReference, saysType, together } from './expand.ts';
import { declaredProperties } from './model-class.ts';
import { anyType, isName, type Tagged, type TypeNode, union } from './type-node.ts';
import { admittedTypes, typeOf } from './type-of.ts';

/** The union of what each branch admits, together with what holds for all of them. */
export function branchTypes({ leaves, sets }: Expanded, schema: Schema, context: ModelContext): TypeNode {
  const base = leaves.filter((leaf) => saysType(leaf) || leaf.required !== undefined);
  const ways = sets.reduce((count, { branches }) => count * branches.length, 1);
  const [set] = sets;
  if (set === undefined || (sets.length > 1 && ways > mostWays) || context.depth > deepest) {
    const message =
      'Too many combinations of branches for a Python type, which is Any therefore. Use fewer levels of oneOf and anyOf.';
    context.report(unsupported('union', schema.location, message));
    return anyType;
  }
  if (sets.length === 1) return setType(set, base, context);
  const combined = combinations(sets).map((branches, i) =>
    typeOf(together([...base, ...branches]), variant(context, branches[0], i)),
  );
  return union(combined);
}

const mostWays = 32;
const deepest = 4;

function setType(set: BranchSet, base: readonly Schema[], context: ModelContext): TypeNode {
  const branches = set.branches.filter(({ ref }) => ref === undefined || ref !== context.owner);
  const parts = branches.map((branch, i): TypeNode => {
    const own = base.filter((leaf) => !isImplied(leaf, branch, context));
    return typeOf(together([...own, branch]), variant(context, branch, i));
  });
  const whole = union(parts);
  const tagged = tagsOf(set, branches, parts, context);
  const distinct = new Set(parts.map((part) => JSON.stringify(part))).size === parts.length;
  if (tagged === undefined || parts.length < 2 || !distinct || isName(whole, 'Any')) return whole;
  return { kind: 'union', parts, tagged };
}

/** Whether a branch says all that the base says: only what it requires may get lost. */
function isImplied(leaf: Schema, branch: Schema, context: ModelContext): boolean {
  const inner = expand(branch, context.schemas);
  const known = declaredProperties(inner.leaves);
  const types = admittedTypes(inner.leaves);
  const { properties, types: own } = leaf;
  const fits = own === undefined || types === undefined || types.every((type) => own.includes(type));
  const says = saysType({ ...leaf, types: undefined, properties: undefined });
  if (inner.sets.length > 0 && properties !== undefined) return false;
  return fits && !says && [...(properties?.keys() ?? [])].every((name) => known.has(name)) && !needsOwn(leaf, branch);
}

/** An inline branch that only adds requirements is nothing without the base. */
function needsOwn(leaf: Schema, branch: Schema): boolean {
  return !isPlainReference(branch) && leaf.required !== undefined;
}

function combinations(sets: readonly BranchSet[]): Schema[][] {
  return sets.reduce<Schema[][]>(
    (combined, { branches }) => combined.flatMap((chosen) => branches.map((branch) => [...chosen, branch])),
    [[]],
  );
}

function variant(context: ModelContext, branch: Schema | undefined, i: number): ModelContext {
  const name = branch?.title ?? branch?.ref ?? String(i + 1);
  return { ...context, hint: `${context.hint} ${name}`, depth: context.depth + 1 };
}

/** The values by which each branch is told apart; undefined where a branch has none. */
function tagsOf(
  { discriminator }: BranchSet,
  branches: readonly Schema[],
  parts: readonly TypeNode[],
  { schemas, report }: ModelContext,
): Tagged | undefined {
  if (discriminator === undefined) return undefined;
  const { propertyName, mapping } = discriminator;
  const values = branches.map((branch) => {
    const mapped = [...mapping].filter(([, target]) => target === branch.ref).map(([value]) => value);
    if (mapped.length > 0) return mapped;
    const own = declaredProperties(expand(branch, schemas).leaves)
      .get(propertyName)
      ?.flatMap((property) => {
        return expand(property, schemas).leaves.flatMap((leaf) => leaf.enum ?? []);
      });
    const texts = own?.filter((value) => typeof value === 'string') ?? [];
    if (texts.length > 0) return texts;
    return branch.ref === undefined ? [] : [branch.ref];
  });
  const all = values.flat();
  if (new Set(all).size < all.length || values.some((list) => list.length === 0) || parts.length < 2) {
    const message = `The branches cannot be told apart by "${propertyName}": a value is missing or stands for several. The first that fits is taken. Give each branch a value of its own.`;
    report(unsupported('discriminator', discriminator.location, message, 'info'));
    return undefined;
  }
  return { propertyName, values: values.map((list) => [...new Set(list)]) };
}
