import type { Node } from '../../source/node.ts';
import type { Example } from '../model.ts';
import type { Reading } from './reading.ts';

/** The singular `example`, then the named `examples`. Their values are data: a `$ref` in them is not a reference. */
export function readExamples(node: Node, reading: Reading): readonly Example[] {
  const single = node.get('example');
  const named = node.get('examples')?.entries() ?? [];
  const examples = named.flatMap(([name, child]) => readExample(name, child, reading) ?? []);
  if (single === undefined) return examples;
  const first = { location: single.location(), name: undefined, summary: undefined, value: single.value };
  return [{ ...first, serialized: undefined }, ...examples];
}

export function readExample(name: string, node: Node, reading: Reading): Example | undefined {
  const example = reading.behind(node, 'example', readObject);
  if (example === undefined) return undefined;
  const summary = (reading.isModern && node.has('$ref') ? node.string('summary') : undefined) ?? example.summary;
  return { ...example, name, summary };
}

function readObject(node: Node): Example {
  const value = node.get('dataValue') ?? node.get('value');
  return {
    location: (value ?? node).location(),
    name: node.key,
    summary: node.string('summary'),
    value: value?.value,
    serialized: node.string('serializedValue'),
  };
}
