import type { MediaType } from '../../core/contract/model.ts';
import { named, type TypeContext, type TypeNode, typeOf, unknownType, word } from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';
import { kindOf } from './content-kind.ts';
import type { ItemTypes } from './item-types.ts';
import { essenceOf } from './runtime/media-type.ts';
import { sequenceOf } from './sequences.ts';

/** The type in which a response's body arrives. */
export function responseBodyType(media: MediaType, context: TypeContext, items: ItemTypes): TypeNode {
  const kind = kindOf(media, context.schemas);
  const sequence = kind === 'stream' ? sequenceOf(media) : undefined;
  if (sequence !== undefined) return items.received(media, sequence, context);
  reportLoss(media, kind, context);
  switch (kind) {
    case 'json':
      return media.schema === undefined ? unknownType : typeOf(media.schema, context);
    case 'text':
      return word('string');
    case 'form':
    case 'multipart':
      return word('FormData');
    case 'stream':
      return word('ReadableStream<Uint8Array<ArrayBuffer>>');
    case 'binary':
      return word('Blob');
    default:
      return kind satisfies never;
  }
}

/** The type in which a request's body is given. */
export function requestBodyType(media: MediaType, context: TypeContext, items: ItemTypes): TypeNode {
  const kind = kindOf(media, context.schemas);
  const sequence = kind === 'stream' ? sequenceOf(media) : undefined;
  if (sequence !== undefined && sequence !== 'events') return items.sent(media, context);
  reportLoss(media, kind, context);
  switch (kind) {
    case 'json':
      return media.schema === undefined ? unknownType : typeOf(media.schema, context);
    case 'form':
    case 'multipart':
      return media.schema === undefined ? word('object') : typeOf(media.schema, context);
    case 'text':
      return word('string');
    case 'stream':
    case 'binary':
      return named('BinaryBody');
    default:
      return kind satisfies never;
  }
}

function reportLoss(media: MediaType, kind: ReturnType<typeof kindOf>, { schemas, report }: TypeContext): void {
  const types = media.schema === undefined ? undefined : resolvedTypes(media.schema, schemas);
  if (kind === 'stream') {
    const message = `A sequence such as ${media.name} travels as a stream of bytes. Split it into items in your own code.`;
    report(unsupported('sequence', media.location, message));
  } else if (kind === 'text' && types?.includes('object') === true) {
    const message = `A body of the type ${media.name} travels as text. Parse and print it in your own code, or offer application/json.`;
    report(unsupported('media-type', media.location, message));
  } else if (kind === 'binary' && types !== undefined && !types.includes('string')) {
    const message = `The media type ${essenceOf(media.name)} is not known, so its body travels as bytes. Read and write it in your own code.`;
    report(unsupported('media-type', media.location, message));
  }
}

function resolvedTypes(schema: NonNullable<MediaType['schema']>, schemas: TypeContext['schemas']) {
  const seen = new Set<string>();
  let at = schema;
  while (at.types === undefined && at.ref !== undefined && !seen.has(at.ref)) {
    seen.add(at.ref);
    at = schemas.get(at.ref) ?? at;
  }
  return at.types;
}
