import type { HttpContract, MediaType } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../unsupported.ts';
import { contentKindOf, isStructured, judgedSchema } from './content-kind.ts';
import { describesEvent } from './event-item.ts';
import type { Direction } from './schema-data.ts';
import { sequenceKindOf, sequenceOf } from './sequence.ts';

type Schemas = HttpContract['schemas'];

/** What the server leaves to its handlers in a body: `input` is what it reads, `output` what it writes. */
export function inBody(media: MediaType, direction: Direction, schemas: Schemas): Diagnostic[] {
  const { name, schema, itemSchema, location } = media;
  if (sequenceKindOf(name) !== undefined) return inSequence(media, direction, schemas);
  if (itemSchema !== undefined) {
    const message = `The items of ${name} are not told apart: only event streams, JSON lines and JSON sequences are. Take the body as a whole.`;
    return [unsupported('sequence', location, message)];
  }
  const kind = contentKindOf(media, schemas);
  if (kind === 'text' && judgedSchema(media, schemas) !== schema) {
    const message =
      direction === 'input'
        ? `The server does not parse ${name}: the handler gets its text. Offer application/json beside it.`
        : `The server does not print ${name}: the handler returns its text. Offer application/json beside it.`;
    return [unsupported('media-type', location, message)];
  }
  if (kind === 'binary' && schema !== undefined && isStructured(schema, schemas)) {
    const message = `The server knows no form of values for ${name}, so the handler ${direction === 'input' ? 'gets' : 'returns'} its bytes.`;
    return [unsupported('media-type', location, message)];
  }
  return [];
}

function inSequence(media: MediaType, direction: Direction, schemas: Schemas): Diagnostic[] {
  const { name, itemSchema, location } = media;
  const kind = sequenceKindOf(name);
  if (kind === 'events' && direction === 'input') {
    return [unsupported('sequence', location, `The server does not parse ${name}: the handler gets its bytes.`)];
  }
  if (kind === 'events' && itemSchema !== undefined && !describesEvent(itemSchema, schemas)) {
    const message =
      'The item schema of an event stream describes events with "data", "event", "id" and "retry"; this one has none of them. Describe the content of "data" by its contentSchema.';
    return [unsupported('sequence', itemSchema.location, message)];
  }
  if (sequenceOf(media, schemas) === undefined) {
    const message = `Nothing says what an item of ${name} is, so the handler deals with the bytes of the whole. Describe it with itemSchema.`;
    return [unsupported('sequence', location, message, 'info')];
  }
  return [];
}
