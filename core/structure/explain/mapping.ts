import type { Node } from '../../source/node.ts';
import { formats } from '../formats.ts';
import type { MetaSchema, MetaSchemaObject } from '../meta-schema.ts';
import type { Explanation } from './explain.ts';
import { append, type Fault } from './fault.ts';
import { KnownKeys, matches } from './keys.ts';
import { possibleKeys } from './possible-keys.ts';
import { isOneOf } from './scalar.ts';

/** What the keywords for mappings find. `keys` collects what the schemas applied beside this one know of the same object. */
export function explainMapping(
  explanation: Explanation,
  schema: MetaSchemaObject,
  node: Node,
  keys: KnownKeys | undefined,
): Fault[] {
  const missing = (schema.required ?? []).filter((key) => !node.has(key));
  const faults: Fault[] = missing.map((key) => ({ kind: 'missing', node, keys: [key] }));
  let own: KnownKeys | undefined;
  for (const [key, member] of node.entries()) {
    const badKey = explainKey(explanation, schema, node, key);
    append(faults, badKey);
    const problems = explainMember(explanation, schema, member);
    // A key with a bad name is reported as that, and once.
    if (problems !== 'unknown') append(faults, problems);
    else if (badKey.length === 0) {
      own ??= new KnownKeys().add(schema);
      faults.push({ kind: 'unknown-key', node, key, known: own, elsewhere: false });
    }
  }
  append(faults, explainSize(schema, node));
  for (const [key, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    if (node.has(key))
      append(
        faults,
        explanation.of(dependent, node, keys).map((fault) => beside(fault, key)),
      );
  }
  if (keys === undefined) return faults;
  keys.add(schema);
  return [...faults, ...explainLeftOver(explanation, schema, node, keys)];
}

function explainMember(explanation: Explanation, schema: MetaSchemaObject, member: Node): readonly Fault[] | 'unknown' {
  const applied: MetaSchema[] = [];
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, member.key)) applied.push(properties[member.key] ?? true);
  for (const [pattern, patternSchema] of Object.entries(patternProperties)) {
    if (matches(pattern, member.key)) applied.push(patternSchema);
  }
  if (applied.length > 0) return applied.flatMap((one) => explanation.of(one, member));
  if (additionalProperties === undefined) return [];
  return additionalProperties === false ? 'unknown' : explanation.of(additionalProperties, member);
}

/** `propertyNames`, of which the meta-schemas use `pattern`, `format` and `not: { enum }` only. */
function explainKey(explanation: Explanation, schema: MetaSchemaObject, node: Node, key: string): Fault[] {
  let names = schema.propertyNames;
  while (typeof names === 'object') {
    const { pattern, format, not, $ref } = names;
    if (pattern !== undefined && !matches(pattern, key)) return [{ kind: 'key', node, key, pattern }];
    const taken = typeof not === 'object' && isOneOf(not.enum ?? [], key);
    const malformed = format !== undefined && formats[format]?.(key) === false;
    if (taken || malformed) return [{ kind: 'key', node, key, pattern: undefined }];
    names = $ref === undefined ? undefined : explanation.resolve($ref);
  }
  return [];
}

function explainSize(schema: MetaSchemaObject, node: Node): Fault[] {
  const { minProperties, maxProperties } = schema;
  const size = node.entries().length;
  if (minProperties !== undefined && size < minProperties) {
    const words = minProperties === 1 ? 'not be empty' : `have at least ${minProperties} keys`;
    return [{ kind: 'bounds', node, words }];
  }
  if (maxProperties !== undefined && size > maxProperties) {
    return [{ kind: 'bounds', node, words: `have at most ${maxProperties} key${maxProperties === 1 ? '' : 's'}` }];
  }
  return [];
}

function explainLeftOver(explanation: Explanation, schema: MetaSchemaObject, node: Node, keys: KnownKeys): Fault[] {
  const { unevaluatedProperties } = schema;
  if (unevaluatedProperties === undefined) return [];
  const unknown = node.entries().filter(([key]) => !keys.has(key));
  keys.all = true;
  if (unevaluatedProperties === false) {
    const possible = possibleKeys(explanation, schema);
    return unknown.map(([key]) => ({ kind: 'unknown-key', node, key, known: keys, elsewhere: possible.has(key) }));
  }
  return unknown.flatMap(([, member]) => explanation.of(unevaluatedProperties, member));
}

function beside(fault: Fault, key: string): Fault {
  return fault.kind === 'forbidden' && fault.beside === undefined ? { ...fault, beside: key } : fault;
}
