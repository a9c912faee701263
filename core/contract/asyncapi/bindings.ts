import { isObject, type Json } from '../../source/json.ts';
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
      // A contract may name a protocol "constructor".
      const members = Object.hasOwn(schemaMembers, protocol) ? schemaMembers[protocol] : undefined;
      protocols.set(protocol, withSchemas(reading, binding, members ?? []));
    }
    return protocols;
  });
}

const none: Bindings = new Map();
const data = new Set(['enum', 'const', 'default', 'example', 'examples']);

/** The binding with the references in its schemas written out, so that two that mean the same are equal. */
function withSchemas(reading: Reading, binding: Node, members: readonly string[]): Json {
  const schemas = members.flatMap((member) => {
    const schema = binding.get(member);
    return schema === undefined ? [] : [[member, writtenOut(reading, schema, new Set(), { left: most })] as const];
  });
  if (schemas.length === 0 || !isObject(binding.value)) return binding.value;
  return Object.fromEntries([...Object.entries(binding.value), ...schemas]);
}

/** `open` holds the targets that are being written out: a recursive schema keeps its reference where it meets itself. */
function writtenOut(reading: Reading, schema: Node, open: ReadonlySet<string>, budget: { left: number }): Json {
  if (schema.string('$ref') !== undefined) {
    const target = reading.context.references.follow(schema, 'schema');
    if (target === undefined || open.has(target.place) || budget.left === 0) return schema.value;
    budget.left--;
    return writtenOut(reading, target, new Set([...open, target.place]), budget);
  }
  if (schema.isArray) return schema.items().map((item) => writtenOut(reading, item, open, budget));
  if (!schema.isObject) return schema.value;
  return Object.fromEntries(
    schema.entries().map(([key, child]) => {
      const isData = data.has(key) || key.startsWith('x-');
      return [key, isData ? child.value : writtenOut(reading, child, open, budget)];
    }),
  );
}

/** References written out in one schema; those beyond stay as they are. Real bindings hold a handful. */
const most = 200;
