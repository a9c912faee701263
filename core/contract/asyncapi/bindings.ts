import type { Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { Bindings } from '../model.ts';
import type { Reading } from './reading.ts';

/** Members of protocol bindings that hold a schema: their references count as uses and must lead somewhere. */
const schemaMembers: Readonly<Record<string, readonly string[]>> = {
  kafka: ['key', 'groupId', 'clientId'],
  http: ['query', 'headers'],
  ws: ['query', 'headers'],
  mqtt: ['correlationData', 'responseTopic'],
};

/** Protocol bindings stay data: their schemas describe the protocol, not the payload. */
export function readBindings(reading: Reading, node: Node | undefined): Bindings {
  const bindings = node === undefined ? undefined : reading.reach(node, 'bindings');
  if (bindings === undefined) return none;
  return reading.once('bindings', bindings, () => {
    const protocols = new Map<string, Json>();
    for (const [protocol, binding] of bindings.entries()) {
      if (protocol.startsWith('x-')) continue;
      protocols.set(protocol, binding.value);
      // A contract may name a protocol "constructor".
      const members = Object.hasOwn(schemaMembers, protocol) ? schemaMembers[protocol] : undefined;
      for (const member of members ?? []) followReferences(reading, binding.get(member));
    }
    return protocols;
  });
}

const none: Bindings = new Map();
const data = new Set(['enum', 'const', 'default', 'example', 'examples']);

function followReferences(reading: Reading, schema: Node | undefined): void {
  if (schema === undefined) return;
  if (schema.string('$ref') !== undefined) {
    reading.context.references.follow(schema, 'schema');
    return;
  }
  for (const [key, child] of schema.entries()) {
    if (!data.has(key) && !key.startsWith('x-')) followReferences(reading, child);
  }
  for (const item of schema.items()) followReferences(reading, item);
}
