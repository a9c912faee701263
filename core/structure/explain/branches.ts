import { type Json, jsonTypeOf } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { MetaSchema } from '../meta-schema.ts';
import type { Explanation } from './explain.ts';
import type { Fault } from './fault.ts';
import { isOneOf } from './scalar.ts';

/** One alternative of a `oneOf` or `anyOf`, and why the value does not fit it. */
export interface Branch {
  readonly schema: MetaSchema;
  readonly faults: readonly Fault[];
}

export interface Meant<B extends Branch> {
  readonly faults: Fault[];
  readonly branches: readonly B[];
}

/**
 * Which of several alternatives, all broken, the author meant. First the kind of value decides, then a key that names
 * the alternative in all of them (`type`, `in`), then whatever is broken least. Where nothing points to one, their
 * common complaint is put in one sentence.
 */
export function meantBranch<B extends Branch>(explanation: Explanation, branches: readonly B[], node: Node): Meant<B> {
  const rightKind = branches.filter((branch) => !branch.faults.some((fault) => isOfWrongKind(fault, node)));
  if (rightKind.length === 0) return { faults: [wrongKind(branches, node)], branches };
  const [first] = rightKind;
  if (first !== undefined && rightKind.length === 1) return { faults: [...first.faults], branches: rightKind };
  const values = rightKind.flatMap((branch) => enumFaultsAt(branch, node));
  if (values.length === rightKind.length) return { faults: [{ kind: 'enum', node, allowed: values.flat() }], branches };
  return (
    byDiscriminator(explanation, rightKind, node) ?? byMissingKeys(rightKind, node) ?? byFewestFaults(rightKind, node)
  );
}

/** A list where fixed texts are allowed is as much the wrong kind of value as one where a mapping is. */
function isOfWrongKind(fault: Fault, node: Node): boolean {
  if (fault.node !== node) return false;
  if (fault.kind === 'type') return true;
  return fault.kind === 'enum' && fault.allowed.every((value) => jsonTypeOf(value) !== jsonTypeOf(node.value));
}

function wrongKind(branches: readonly Branch[], node: Node): Fault {
  const expected = branches
    .flatMap((branch) => branch.faults.filter((fault) => isOfWrongKind(fault, node)))
    .flatMap((fault) => {
      if (fault.kind === 'enum') return fault.allowed.map(jsonTypeOf);
      return fault.kind === 'type' ? fault.expected : [];
    });
  return { kind: 'type', node, expected: [...new Set(expected)] };
}

function enumFaultsAt(branch: Branch, node: Node): (readonly Json[])[] {
  const [fault, ...more] = branch.faults;
  return fault?.kind === 'enum' && fault.node === node && more.length === 0 ? [fault.allowed] : [];
}

/** The key that would say which alternative is meant, where it is not there. */
export function missingDiscriminator(
  explanation: Explanation,
  branches: readonly Branch[],
  node: Node,
): Fault | undefined {
  const found = discriminator(explanation, branches);
  return found === undefined || node.has(found.key) ? undefined : { kind: 'missing', node, keys: [found.key] };
}

/** The value of a key that is fixed in every alternative says which one is meant. */
function byDiscriminator<B extends Branch>(
  explanation: Explanation,
  branches: readonly B[],
  node: Node,
): Meant<B> | undefined {
  const found = discriminator(explanation, branches);
  if (found === undefined) return undefined;
  const member = node.get(found.key);
  if (member === undefined) return { faults: [{ kind: 'missing', node, keys: [found.key] }], branches };
  const meant = branches.filter((_, i) => isOneOf(found.values[i] ?? [], member.value));
  if (meant.length > 0) return byFewestFaults(meant, node);
  return { faults: [{ kind: 'enum', node: member, allowed: [...new Set(found.values.flat())] }], branches };
}

function discriminator(
  explanation: Explanation,
  branches: readonly Branch[],
): { readonly key: string; readonly values: readonly (readonly Json[])[] } | undefined {
  const [first] = branches;
  if (first === undefined) return undefined;
  for (const key of fixedKeys(explanation, first.schema)) {
    const values = branches.flatMap((branch) => {
      const fixed = fixedValues(explanation, branch.schema, key);
      return fixed === undefined ? [] : [fixed];
    });
    if (values.length === branches.length) return { key, values };
  }
  return undefined;
}

/** `anyOf: [{ required: [a] }, { required: [b] }]`: one of them is missing. */
function byMissingKeys<B extends Branch>(branches: readonly B[], node: Node): Meant<B> | undefined {
  const faults = branches.flatMap((branch) => branch.faults);
  const keys = faults.flatMap((fault) => (fault.kind === 'missing' && fault.node === node ? fault.keys : []));
  if (keys.length !== faults.length || faults.length !== branches.length) return undefined;
  return { faults: [{ kind: 'missing', node, keys: [...new Set(keys)] }], branches };
}

function byFewestFaults<B extends Branch>(branches: readonly B[], node: Node): Meant<B> {
  const ranked = branches.map((branch) => ({ branch, cost: cost(branch, node) }));
  ranked.sort((a, b) => a.cost - b.cost);
  const best = ranked[0]?.branch;
  return best === undefined ? { faults: [], branches: [] } : { faults: [...best.faults], branches: [best] };
}

/** Faults near the value speak against an alternative more than faults deep inside; a wrong fixed value most. */
function cost(branch: Branch, node: Node): number {
  let sum = 0;
  for (const fault of branch.faults) {
    const near = fault.node === node || fault.node.parent === node;
    if (fault.kind === 'enum' && near) sum += 100;
    else if (fault.node === node) sum += fault.kind === 'missing' || fault.kind === 'combination' ? 20 : 10;
    else sum += near ? 5 : 1;
  }
  return sum;
}

/** The keys of a schema, `$ref`s and parts included, that have fixed values. */
function fixedKeys(explanation: Explanation, schema: MetaSchema): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (schema.$ref !== undefined) parts.push(explanation.resolve(schema.$ref));
  const own = Object.entries(schema.properties ?? {}).filter(([, member]) => valuesOf(member) !== undefined);
  return [...new Set([...own.map(([key]) => key), ...parts.flatMap((part) => fixedKeys(explanation, part))])];
}

function fixedValues(explanation: Explanation, schema: MetaSchema, key: string): readonly Json[] | undefined {
  if (typeof schema === 'boolean') return undefined;
  const own = schema.properties === undefined ? undefined : valuesOf(schema.properties[key]);
  if (own !== undefined) return own;
  const parts = [...(schema.allOf ?? [])];
  if (schema.$ref !== undefined) parts.push(explanation.resolve(schema.$ref));
  for (const part of parts) {
    const values = fixedValues(explanation, part, key);
    if (values !== undefined) return values;
  }
  const alternatives = (schema.oneOf ?? schema.anyOf)?.map((branch) => fixedValues(explanation, branch, key));
  if (alternatives === undefined || alternatives.some((values) => values === undefined)) return undefined;
  return alternatives.flatMap((values) => values ?? []);
}

function valuesOf(schema: MetaSchema | undefined): readonly Json[] | undefined {
  if (typeof schema !== 'object') return undefined;
  return schema.const === undefined ? schema.enum : [schema.const];
}
