import type { Node } from '../../source/node.ts';
import type { MetaSchema, MetaSchemaObject } from '../meta-schema.ts';
import { type Branch, meantBranch, missingDiscriminator } from './branches.ts';
import type { Explanation } from './explain.ts';
import { append, type Fault } from './fault.ts';
import { KnownKeys } from './keys.ts';
import { isOneOf } from './scalar.ts';

/** What the keywords that hold other schemas for the same value find, and `enum` and `const`. */
export function explainChoices(
  explanation: Explanation,
  schema: MetaSchemaObject,
  node: Node,
  keys: KnownKeys | undefined,
): Fault[] {
  const faults: Fault[] = [];
  const allowed = schema.const === undefined ? schema.enum : [schema.const];
  if (allowed !== undefined && !isOneOf(allowed, node.value)) faults.push({ kind: 'enum', node, allowed });
  for (const part of schema.allOf ?? []) append(faults, explanation.of(part, node, keys));
  if (schema.anyOf !== undefined) append(faults, explainAlternatives(explanation, schema.anyOf, node, keys, 'any'));
  if (schema.oneOf !== undefined) append(faults, explainAlternatives(explanation, schema.oneOf, node, keys, 'one'));
  if (schema.not !== undefined) append(faults, explainNot(explanation, schema.not, node));
  if (schema.if !== undefined) append(faults, explainCondition(explanation, schema, schema.if, node, keys));
  return faults;
}

function explainAlternatives(
  explanation: Explanation,
  schemas: readonly MetaSchema[],
  node: Node,
  keys: KnownKeys | undefined,
  wanted: 'any' | 'one',
): Fault[] {
  const branches = schemas.map((schema): Branch & { readonly keys: KnownKeys } => {
    const known = new KnownKeys();
    return { schema, faults: explanation.of(schema, node, keys === undefined ? undefined : known), keys: known };
  });
  const passed = branches.filter((branch) => branch.faults.length === 0);
  if (wanted === 'one' && passed.length > 1) return [severalFit(explanation, passed, node)];
  const meant = passed.length > 0 ? { faults: [], branches: passed } : meantBranch(explanation, branches, node);
  for (const branch of meant.branches) keys?.addAll(branch.keys);
  return meant.faults;
}

function severalFit(explanation: Explanation, passed: readonly Branch[], node: Node): Fault {
  const missing = missingDiscriminator(explanation, passed, node);
  if (missing !== undefined) return missing;
  const keys = passed.flatMap(({ schema }) => (typeof schema === 'object' ? (schema.required ?? []) : []));
  return keys.length === passed.length
    ? { kind: 'together', node, keys }
    : { kind: 'combination', node, words: undefined };
}

function explainNot(explanation: Explanation, schema: MetaSchema, node: Node): Fault[] {
  if (explanation.of(schema, node).length > 0) return [];
  const words = typeof schema === 'object' ? schema.description : undefined;
  const keys = requiredOnly(schema);
  if (keys.length > 1) return [{ kind: 'together', node, keys }];
  const [member] = keys.flatMap((key) => node.get(key) ?? []);
  return [
    member === undefined
      ? { kind: 'combination', node, words }
      : { kind: 'forbidden', node: member, beside: undefined },
  ];
}

/** The keys of a schema that says nothing but which keys must be there. */
function requiredOnly(schema: MetaSchema): readonly string[] {
  if (typeof schema !== 'object') return [];
  const { required = [], description: _, ...rest } = schema;
  return Object.keys(rest).length === 0 ? required : [];
}

function explainCondition(
  explanation: Explanation,
  schema: MetaSchemaObject,
  condition: MetaSchema,
  node: Node,
  keys: KnownKeys | undefined,
): Fault[] {
  const known = keys === undefined ? undefined : new KnownKeys();
  const holds = explanation.of(condition, node, known).length === 0;
  if (holds && known !== undefined) keys?.addAll(known);
  if (!holds) return explanation.of(schema.else ?? true, node, keys);
  const faults = explanation.of(schema.then ?? true, node, keys);
  const tested = typeof condition === 'object' ? Object.keys(condition.properties ?? {}) : [];
  if (tested.length === 0) return faults;
  return faults.map((fault) => ({ ...fault, given: [...(fault.given ?? []), { node, keys: tested }] }));
}
