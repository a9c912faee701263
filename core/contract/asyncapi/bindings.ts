import { isObject, type Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { Binding, Bindings } from '../model.ts';
import type { Schema } from '../schema.ts';
import type { Reading } from './reading.ts';

/** Members of protocol bindings that may hold a schema. */
const schemaMembers: Readonly<Record<string, readonly string[]>> = {
  anypointmq: ['headers'],
  http: ['query', 'headers'],
  jms: ['headers'],
  kafka: ['key', 'groupId', 'clientId'],
  mqtt: ['correlationData', 'responseTopic', 'messageExpiryInterval', 'sessionExpiryInterval', 'maximumPacketSize'],
  ws: ['query', 'headers'],
};

export function readBindings(reading: Reading, node: Node | undefined): Bindings {
  const bindings = node === undefined ? undefined : reading.reach(node, 'bindings');
  if (bindings === undefined) return none;
  return reading.once('bindings', bindings, () => {
    const protocols = bindings.entries().filter(([protocol]) => !protocol.startsWith('x-'));
    return new Map(protocols.map(([protocol, binding]) => [protocol, readBinding(reading, protocol, binding)]));
  });
}

const none: Bindings = new Map();

function readBinding(reading: Reading, protocol: string, node: Node): Binding {
  if (!isObject(node.value)) return { fields: new Map([['', node.value]]), schemas: new Map() };
  // A contract may name a protocol "constructor".
  const members = Object.hasOwn(schemaMembers, protocol) ? (schemaMembers[protocol] ?? []) : [];
  const fields = new Map<string, Json>();
  const schemas = new Map<string, Schema>();
  for (const [name, child] of node.entries()) {
    if (members.includes(name) && isJsonSchema(child)) schemas.set(name, reading.schemas.read(child));
    else fields.set(name, child.value);
  }
  return { fields, schemas };
}

const types = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

/** Not so a number or a text that stands for itself, nor the key of a record in Avro, whose types have other names. */
function isJsonSchema(node: Node): boolean {
  const type = node.get('type')?.value;
  return node.isObject && (typeof type !== 'string' || types.has(type));
}
