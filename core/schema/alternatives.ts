import type { Schema, SchemaName } from '../contract/schema.ts';
import { isObject, type Json } from '../source/json.ts';
import { describe, describeList } from './describe.ts';
import { evaluate } from './evaluate.ts';
import type { Violation } from './violation.ts';
import type { Visit } from './visit.ts';

interface Union {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly branches: readonly Schema[];
}

/**
 * Says why no branch of a union accepts the value. A reader has one branch in mind; where it can be told which (by the
 * discriminator, or because the others want another type altogether), only its violations are named.
 */
export function explainNoMatch(value: Json, schema: Schema, union: Union, visit: Visit): void {
  const { keyword, branches } = union;
  // Looking at each branch again below a branch that is itself being tried would double the work at every level.
  if (visit.violations.silent) {
    visit.violate(schema, keyword, () => '');
    return;
  }
  const tried = branches.map((branch) => violationsOf(value, branch, visit));
  const plausible = tried.filter((list) => !list.some((violation) => refusesOutright(violation, visit.pointer)));
  const meant = discriminated(value, schema, branches, visit) ?? (plausible.length === 1 ? plausible[0] : undefined);
  if (meant !== undefined && meant.length > 0) {
    for (const violation of meant) visit.violations.add(() => violation);
    return;
  }
  const which = branches.length === 1 ? 'the one alternative' : `one of ${branches.length} alternatives`;
  const hint = nearestOf(plausible, tried, visit.pointer);
  visit.violate(schema, keyword, () => `must match ${which}, but ${describe(value)} matches none${hint}`);
}

/** By its type or its list of values the branch speaks of another kind of value altogether. */
function refusesOutright({ pointer, keyword }: Violation, root: string): boolean {
  return pointer === root && (keyword === 'type' || keyword === 'enum' || keyword === 'false');
}

/** What stands in the way of the branch with the fewest violations. */
function nearestOf(
  plausible: readonly (readonly Violation[])[],
  tried: readonly (readonly Violation[])[],
  root: string,
): string {
  const fewest = Math.min(...plausible.map((list) => list.length));
  const nearest = plausible.find((list) => list.length === fewest);
  const [first] = nearest ?? [];
  if (nearest === undefined || first === undefined) return '';
  const subject = first.pointer === root ? 'it' : first.pointer;
  return `; to match the nearest, number ${tried.indexOf(nearest) + 1}, ${subject} ${first.message}`;
}

/** The violations of the branch that the discriminator names, or one of the discriminator itself. */
function discriminated(
  value: Json,
  schema: Schema,
  branches: readonly Schema[],
  visit: Visit,
): readonly Violation[] | undefined {
  const { discriminator } = schema;
  if (discriminator === undefined || !isObject(value)) return undefined;
  const { propertyName, mapping } = discriminator;
  if (!Object.hasOwn(value, propertyName)) return undefined;
  const named = value[propertyName] as Json;
  if (typeof named !== 'string') return undefined;
  const target = mapping.get(named) ?? named;
  const branch = branches.find((candidate) => candidate.ref === target);
  if (branch !== undefined) return violationsOf(value, branch, visit);
  const known = knownValues(branches, mapping);
  if (known === undefined) return undefined;
  const trial = visit.trial(1);
  trial
    .child(propertyName, schema)
    .violate(schema, 'discriminator', () => `must be one of ${describeList(known)}, but is ${describe(named)}`);
  return trial.violations.list;
}

/** What the discriminator may say, when each branch can be named. */
function knownValues(
  branches: readonly Schema[],
  mapping: ReadonlyMap<string, SchemaName>,
): readonly string[] | undefined {
  const values: string[] = [];
  for (const { ref } of branches) {
    if (ref === undefined) return undefined;
    const mapped = [...mapping].filter(([, target]) => target === ref).map(([text]) => text);
    values.push(...(mapped.length > 0 ? mapped : [ref]));
  }
  return values;
}

function violationsOf(value: Json, branch: Schema, visit: Visit): readonly Violation[] {
  const trial = visit.trial(5);
  evaluate(value, branch, trial);
  return trial.violations.list;
}
