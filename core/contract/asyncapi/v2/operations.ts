import type { Node } from '../../../source/node.ts';
import type { Channel, EventOperation, Message } from '../../model.ts';
import { readBindings } from '../bindings.ts';
import { readExtensions, readTagNames, visitDocumentation } from '../documentation.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { withTraits } from '../traited.ts';

/**
 * 2.x names operations from the client's point of view: what others publish, the application receives; what others
 * subscribe to, it sends.
 */
export function readOperation(
  reading: Reading,
  security: Security,
  node: Node,
  verb: 'publish' | 'subscribe',
  channel: Channel,
  messages: readonly Message[],
): EventOperation | undefined {
  const written = reading.reach(node, 'operation');
  if (written === undefined) return undefined;
  const operation = withTraits(reading, written, 'operationTrait');
  const operationId = operation.string('operationId');
  const action = verb === 'publish' ? 'receive' : 'send';
  visitDocumentation(reading, written);
  return {
    location: written.location(),
    name: operationId ?? `${action} ${channel.name}`,
    operationId,
    action,
    channel,
    messages,
    summary: operation.string('summary'),
    description: operation.string('description'),
    tags: readTagNames(reading, operation.get('tags')),
    security: security.readRequirements(operation.get('security')),
    reply: undefined,
    bindings: readBindings(reading, operation.get('bindings')),
    deprecated: operation.flag('deprecated'),
    extensions: readExtensions(operation),
  };
}
