import type { Message } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import { payloadFormat } from '../../events/payload-format.ts';
import { bodyKindOf } from '../../hono-server/runtime/media-type.ts';
import type { FrameFormat } from './runtime/websocket-channel.ts';

/** In which kind of frame a message travels. What needs a codec is left as text or bytes, as its content type has it. */
export function frameFormat(message: Message, schemas: ReadonlyMap<SchemaName, Schema>): FrameFormat {
  const format = payloadFormat(message, schemas);
  if (format !== 'codec') return format;
  return message.foreign === undefined && bodyKindOf(message.contentType) === 'text' ? 'text' : 'bytes';
}
