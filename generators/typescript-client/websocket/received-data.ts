import type { JsonObject } from '../../../core/source/json.ts';
import type { PlannedMessage } from '../../events/messages.ts';
import { unsupported } from '../../unsupported.ts';
import { correlationOf } from './correlation.ts';
import { frameFormat } from './frame-format.ts';
import { areDisjoint, discriminated, shapeOf, strictness } from './message-shape.ts';
import type { FrameFormat } from './runtime/websocket-channel.ts';
import type { Shape } from './runtime/websocket-shape.ts';
import type { Socket } from './sockets.ts';
import type { SocketContext } from './view.ts';

interface Shaped {
  readonly planned: PlannedMessage;
  readonly format: FrameFormat;
  readonly shape: Shape | undefined;
}

/** The runtime's `ReceivedData`. What asks for more comes first, so that a message that asks for nothing does not take it all. */
export function receivedData(socket: Socket, context: SocketContext): JsonObject[] {
  const answering = new Set(socket.sent.flatMap(({ planned, answers }) => (correlationOf(planned) ? answers : [])));
  const sorted = shapedMessages(socket, context).toSorted((a, b) => strictness(b.shape) - strictness(a.shape));
  reportAlike(sorted, context);
  return sorted.map(({ planned, format, shape }) => {
    const correlation = answering.has(planned) ? correlationOf(planned) : undefined;
    return {
      name: planned.label,
      format,
      // A shape holds lists, texts and further shapes only, so it is JSON.
      ...(shape !== undefined && { shape: shape as JsonObject }),
      ...(correlation !== undefined && { correlation }),
    };
  });
}

function shapedMessages({ received }: Socket, { contract: { schemas } }: SocketContext): Shaped[] {
  const all = received.map((planned) => ({ planned, format: frameFormat(planned.message, schemas) }));
  const json = all.filter(({ format }) => format === 'json').map(({ planned }) => planned);
  const shapes = discriminated(json.map(({ message }) => shapeOf(message.payload, schemas)));
  const shapeOfJson = new Map(json.map((planned, i) => [planned, shapes[i]]));
  return all.map((one) => ({ ...one, shape: shapeOfJson.get(one.planned) }));
}

function reportAlike(shaped: readonly Shaped[], { report }: SocketContext): void {
  for (const [i, { planned, format, shape }] of shaped.entries()) {
    const alike = shaped.slice(0, i).find((other) => other.format === format && !areDisjoint(other.shape, shape));
    if (alike === undefined) continue;
    const names = [alike.planned.label, planned.label].map((label) => JSON.stringify(label));
    const text = `A frame may fit both ${names.join(' and ')}; it then counts as the first. Give both a required property with a value of its own, such as "type".`;
    report(unsupported('message-identification', planned.message.location, text, 'info'));
  }
}
