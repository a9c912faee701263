import type { Node } from '../../source/node.ts';
import { readCallback } from './callback.ts';
import { readExample } from './example.ts';
import { readHeader } from './header.ts';
import { readLink } from './link.ts';
import { readMediaType } from './media-type.ts';
import type { Inherited } from './operation.ts';
import { readParameter } from './parameter.ts';
import { readPathItem } from './path-item.ts';
import type { Reading } from './reading.ts';
import { readRequestBody } from './request-body.ts';
import { readResponse } from './response.ts';

/** A component at its place. */
export interface ComponentNode {
  readonly section: string;
  readonly name: string;
  readonly node: Node;
}

const sectionsOf2 = ['definitions', 'parameters', 'responses', 'securityDefinitions'];

/** Everything that has a name to be referred to, in document order. */
export function componentNodes(reading: Reading): readonly ComponentNode[] {
  const { root, line } = reading;
  const sections =
    line === '2.0'
      ? root.entries().filter(([section]) => sectionsOf2.includes(section))
      : (root.get('components')?.entries() ?? []).filter(([section]) => !section.startsWith('x-'));
  return sections.flatMap(([section, shelf]) => shelf.entries().map(([name, node]) => ({ section, name, node })));
}

/** Reads what no operation refers to as well: its broken references and misspellings count too. */
export function readUnused(components: readonly ComponentNode[], inherited: Inherited, reading: Reading): void {
  for (const { section, name, node } of components) {
    if (node.isObject) readerOf(section)?.(name, node, inherited, reading);
  }
}

type ReadComponent = (name: string, node: Node, inherited: Inherited, reading: Reading) => unknown;

/** Schemas are declared to the schema reader, security schemes are read by name. */
function readerOf(section: string): ReadComponent | undefined {
  return Object.hasOwn(readers, section) ? readers[section] : undefined;
}

const readers: Readonly<Record<string, ReadComponent>> = {
  parameters: (_, node, __, reading) => readParameter(node, reading),
  responses: (name, node, _, reading) => readResponse(name, node, [], reading),
  requestBodies: (_, node, __, reading) => readRequestBody(node, reading),
  headers: (name, node, _, reading) => readHeader(name, node, reading),
  examples: (name, node, _, reading) => readExample(name, node, reading),
  links: (name, node, _, reading) => readLink(name, node, reading),
  callbacks: readCallback,
  pathItems: readPathItem,
  mediaTypes: (name, node, _, reading) => readMediaType(name, node, reading),
};
