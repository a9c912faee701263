import type { Node } from '../../source/node.ts';
import type { Component } from '../model.ts';
import type { FragmentKind } from '../references.ts';
import { readBindings } from './bindings.ts';
import { visitDocumentation } from './documentation.ts';
import { readMessageContent, readMessageTrait } from './message.ts';
import { readChannelParameter } from './parameters.ts';
import { isMultiFormat } from './payload.ts';
import type { Reading } from './reading.ts';
import { dialectOfFormat } from './schema-format.ts';
import type { Security } from './security.ts';
import { readServer, readServerVariable } from './servers.ts';

/** Declares the component schemas; to be called before anything is read. */
export function declareSchemas(reading: Reading): void {
  for (const [name, node] of sectionOf(reading, 'schemas')) {
    if (reading.isV2 || !isMultiFormat(node)) reading.schemas.declare(name, node);
    else declareMultiFormat(reading, name, node);
  }
}

/** Reads every component, used or not, for what it refers to. Channels, operations and replies differ by version. */
export function visitComponents(
  reading: Reading,
  security: Security,
  visitVersioned: (section: string, name: string, node: Node) => void,
): void {
  const components = reading.context.root.get('components');
  for (const [section, group] of components?.entries() ?? []) {
    for (const [name, node] of group.entries()) {
      if (section === 'messages') readMessageContent(reading, node);
      else if (section === 'messageTraits') readMessageTrait(reading, node);
      else if (section === 'operationTraits') visitOperationTrait(reading, security, node);
      else if (section === 'parameters') readChannelParameter(reading, name, node);
      else if (section === 'servers') readServer(reading, security, name, node);
      else if (section === 'serverVariables') readServerVariable(reading, name, node);
      else if (section === 'tags' || section === 'externalDocs') visitDocumentationPart(reading, section, node);
      else if (section.endsWith('Bindings')) readBindings(reading, node);
      else if (simple[section] !== undefined) reading.reach(node, simple[section]);
      else visitVersioned(section, name, node);
    }
  }
}

/** To be called last, when every reference has been followed. */
export function listComponents(reading: Reading): readonly Component[] {
  const components = reading.context.root.get('components');
  return (components?.entries() ?? []).flatMap(([section, group]) =>
    section.startsWith('x-')
      ? []
      : group.entries().map(([name, node]) => {
          return { location: node.location(), section, name, uses: reading.context.references.usesOf(node) };
        }),
  );
}

const simple: Readonly<Record<string, FragmentKind>> = {
  correlationIds: 'correlationId',
  replyAddresses: 'replyAddress',
};

function sectionOf(reading: Reading, section: string): Array<[string, Node]> {
  return reading.context.root.get('components')?.get(section)?.entries() ?? [];
}

/** A component that tells its format. One of another dialect than the document's is read where it is used. */
function declareMultiFormat(reading: Reading, name: string, node: Node): void {
  const schema = node.get('schema');
  if (schema !== undefined && dialectOfFormat(node.string('schemaFormat')) === 'json-schema-draft-07') {
    reading.schemas.declare(name, schema);
  }
}

function visitOperationTrait(reading: Reading, security: Security, node: Node): void {
  const trait = reading.reach(node, 'operationTrait');
  if (trait === undefined) return;
  security.readRequirements(trait.get('security'));
  readBindings(reading, trait.get('bindings'));
  visitDocumentation(reading, trait);
}

function visitDocumentationPart(reading: Reading, section: 'tags' | 'externalDocs', node: Node): void {
  const part = reading.reach(node, section === 'tags' ? 'tag' : 'externalDocs');
  if (section === 'tags') visitDocumentation(reading, part);
}
