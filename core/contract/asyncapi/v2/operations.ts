import type { Node } from '../../../source/node.ts';
import type { Channel, EventOperation, Message } from '../../model.ts';
import { readBindings } from '../bindings.ts';
import { readExtensions, readTagNames, visitDocumentation } from '../documentation.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { withTraits } from '../traited.ts';

interface Place {
  readonly verb: 'publish' | 'subscribe';
  readonly channel: Channel;
  readonly messages: readonly Message[];
}

/**
 * 2.x names operations from the client's point of view: what others publish, the application receives; what others
 * subscribe to, it sends.
 */
export function readOperation(
  reading: Reading,
  security: Security,
  node: Node,
  { verb, channel, messages }: Place,
): EventOperation | undefined {
  const written = reading.reach(node, 'operation');
  if (written === undefined) return undefined;
  const body = reading.once('operation', written, () => bodyOf(reading, security, written));
  const action = verb === 'publish' ? 'receive' : 'send';
  return { ...body, name: body.operationId ?? `${action} ${channel.name}`, action, channel, messages };
}

function bodyOf(
  reading: Reading,
  security: Security,
  written: Node,
): Omit<EventOperation, 'name' | 'action' | 'channel' | 'messages'> {
  const operation = withTraits(reading, written, 'operationTrait');
  visitDocumentation(reading, written);
  return {
    location: written.location(),
    operationId: operation.string('operationId'),
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
