import type { Node } from '../../source/node.ts';
import type { Example, MessageExample } from '../model.ts';

export function readMessageExamples(list: Node | undefined): readonly MessageExample[] {
  return (list?.items() ?? []).filter((example) => example.isObject).map(readMessageExample);
}

function readMessageExample(node: Node): MessageExample {
  const name = node.string('name');
  const summary = node.string('summary');
  const part = (key: 'headers' | 'payload'): Example | undefined => {
    const value = node.get(key);
    if (value === undefined) return undefined;
    return { location: value.location(), name, summary, value: value.value, serialized: undefined };
  };
  return { location: node.location(), name, summary, headers: part('headers'), payload: part('payload') };
}
