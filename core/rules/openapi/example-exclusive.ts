import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

/** Members of which an Example Object may have one at most, by pairs. 3.2 added the last two. */
const exclusive = [
  ['value', 'externalValue'],
  ['value', 'dataValue'],
  ['value', 'serializedValue'],
  ['externalValue', 'serializedValue'],
] as const;

export const exampleExclusive = httpRule({
  id: 'example-exclusive',
  severity: 'error',
  summary: 'Examples are given in one way: "example" or "examples", an inline value or an external one.',
  why: 'Of two that exclude each other a tool shows one, and which one is anyone’s guess.',
  fix: 'Keep one of the two.',
  reference: 'OpenAPI 3.1.1, 4.8.12 Parameter Object; 4.8.14 Media Type Object; 4.8.19 Example Object',
  check(contract, report) {
    const tell = (node: Node, one: string, other: string): void => {
      if (!node.has(one) || !node.has(other)) return;
      const message = `"${one}" and "${other}" exclude each other. Keep one of them.`;
      report({ location: node.get(other)?.location('key') ?? memberLocation(node, other), message });
    };
    if (contract.dialect.line === '2.0') return;
    for (const node of objectsOf(contract, 'parameter', 'header', 'mediaType')) tell(node, 'example', 'examples');
    for (const node of objectsOf(contract, 'example')) {
      for (const [one, other] of exclusive) tell(node, one, other);
    }
  },
});
