import type { Node } from '../../source/node.ts';
import type { MetaSchema, MetaSchemaObject } from '../meta-schema.ts';
import type { Explanation } from './explain.ts';
import type { Fault } from './fault.ts';
import { KnownKeys, matches } from './keys.ts';

/** What the keywords for mappings find. `keys` holds what the schemas applied beside this one know of the same object. */
export function explainMapping(
  explanation: Explanation,
  schema: MetaSchemaObject,
  node: Node,
  keys: KnownKeys,
): Fault[] {
  const missing = (schema.required ?? []).filter((key) => !node.has(key));
  const faults: Fault[] = missing.map((key) => ({ kind: 'missing', node, keys: [key] }));
  const own = new KnownKeys();
  own.add({ ...schema, additionalProperties: undefined } as MetaSchemaObject);
  for (const [key, member] of node.entries()) {
    faults.push(...explainKey(explanation, schema, node, key));
    faults.push(...explainMember(explanation, schema, member, own));
  }
  faults.push(...explainSize(schema, node));
  for (const [key, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    if (node.has(key)) faults.push(...explanation.of(dependent, node, keys).map((fault) => beside(fault, key)));
  }
  keys.add(schema);
  if (schema.unevaluatedProperties !== undefined) faults.push(...explainLeftOver(explanation, schema, node, keys));
  return faults;
}

function explainMember(
  explanation: Explanation,
  schema: MetaSchemaObject,
  member: Node,
  own: KnownKeys,
): Fault[] {
  const applied: MetaSchema[] = [];
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, member.key)) applied.push(properties[member.key] ?? true);
  for (const [pattern, patternSchema] of Object.entries(patternProperties)) {
    if (matches(pattern, member.key)) applied.push(patternSchema);
  }
  if (applied.length > 0) return applied.flatMap((one) => explanation.of(one, member));
  if (additionalProperties === undefined) return [];
  if (additionalProperties !== false) return explanation.of(additionalProperties, member);
  return member.parent === undefined ? [] : [unknownKey(member.parent, member.key, own)];
}

function explainKey(explanation: Explanation, schema: MetaSchemaObject, node: Node, key: string): Fault[] {
  if (schema.propertyNames === undefined) return [];
  const problem = explanation.of(schema.propertyNames, node.keyOf(key))[0];
  return problem === undefined ? [] : [{ kind: 'key', node, key, problem }];
}

function explainSize(schema: MetaSchemaObject, node: Node): Fault[] {
  const { minProperties, maxProperties } = schema;
  const size = node.entries().length;
  if (minProperties !== undefined && size < minProperties) {
    return [{ kind: 'bounds', node, words: minProperties === 1 ? 'not be empty' : `have at least ${minProperties} keys` }];
  }
  if (maxProperties !== undefined && size > maxProperties) {
    return [{ kind: 'bounds', node, words: `have at most ${maxProperties} key${maxProperties === 1 ? '' : 's'}` }];
  }
  return [];
}

function explainLeftOver(
  explanation: Explanation,
  schema: MetaSchemaObject,
  node: Node,
  keys: KnownKeys,
): Fault[] {
  const { unevaluatedProperties = true } = schema;
  const unknown = node.entries().filter(([key]) => !keys.has(key));
  if (unevaluatedProperties === false) return unknown.map(([key]) => unknownKey(node, key, keys));
  return unknown.flatMap(([, member]) => explanation.of(unevaluatedProperties, member));
}

function unknownKey(node: Node, key: string, keys: KnownKeys): Fault {
  return { kind: 'unknown-key', node, key, known: [...keys.names], patterns: [...keys.patterns] };
}

function beside(fault: Fault, key: string): Fault {
  return fault.kind === 'forbidden' && fault.beside === undefined ? { ...fault, beside: key } : fault;
}
