import type { MediaType } from '../../../core/contract/model.ts';
import type { JsonObject } from '../../../core/source/json.ts';
import { contentKindOf, judgedSchema } from '../content-kind.ts';
import type { DataContext } from '../operation-data.ts';
import { bodyKindOf } from '../runtime/media-type.ts';
import type { Direction } from '../schema-data.ts';
import { sequenceOf } from '../sequence.ts';
import type { PlannedMessage } from './plan.ts';

/** What the runtime's `MessageSpec` says beside the operation. The service asks here: its request is output, the answer input. */
export function messageData({ operation, webhook }: PlannedMessage, context: DataContext): JsonObject {
  return {
    body: (operation.requestBody?.content ?? []).map((media) => checkedContent(media, 'output', context)),
    responses: operation.responses.map(({ status, content }) => ({
      status,
      content: content.map((media) => checkedContent(media, 'input', context)),
    })),
    ...(webhook !== undefined && { webhook }),
  };
}

/** Bytes and sequences are not looked into. */
function checkedContent(media: MediaType, direction: Direction, { schemas, data }: DataContext): JsonObject {
  const { name } = media;
  const kind = contentKindOf(media, schemas);
  const schema =
    kind === 'binary' || sequenceOf(media, schemas) !== undefined ? undefined : judgedSchema(media, schemas);
  return {
    type: name,
    ...(kind !== bodyKindOf(name) && { kind }),
    ...(schema !== undefined && { schema: data.print(schema, direction) }),
  };
}
