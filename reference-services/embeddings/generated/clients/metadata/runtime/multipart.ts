// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { writeJson } from './json.ts';
import { contentKind } from './media-type.ts';
import type { PropertyEncoding } from './operation.ts';
import { textOf } from './style.ts';

type Piece = string | Blob | Uint8Array<ArrayBuffer>;

/**
 * `multipart/form-data` (RFC 7578): bytes become files, lists repeat their name, objects become JSON. `FormData` would change
 * the line breaks of texts, and make a file of every part that has a type. Blobs are read when they are sent.
 */
export function writeMultipart(value: object, encodings: Readonly<Record<string, PropertyEncoding>> = {}): Blob {
  const boundary = randomBoundary();
  const pieces: Piece[] = [];
  for (const [name, member] of Object.entries(value)) {
    const contentType = Object.hasOwn(encodings, name) ? encodings[name]?.contentType : undefined;
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item !== undefined && item !== null)
        pieces.push(`--${boundary}\r\n`, ...partOf(name, item, contentType), '\r\n');
    }
  }
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function partOf(name: string, item: unknown, declared: string | undefined): Piece[] {
  // A list such as "image/png, image/jpeg" leaves the choice to the file.
  const type = declared === undefined || /[,*]/.test(declared) ? undefined : declared;
  if (item instanceof Blob) {
    const file = item instanceof File ? item.name : 'blob';
    return [headOf(name, item.type || (type ?? 'application/octet-stream'), file), item];
  }
  if (item instanceof Uint8Array) {
    // Views over shared memory are not accepted by Blob; the type of bytes excludes them.
    return [headOf(name, type ?? 'application/octet-stream', 'blob'), item as Uint8Array<ArrayBuffer>];
  }
  const written = type ?? (typeof item === 'object' ? 'application/json' : undefined);
  const isJson = written !== undefined && contentKind(written) === 'json';
  return [headOf(name, written), isJson ? writeJson(item) : textOf(item)];
}

function headOf(name: string, type: string | undefined, file?: string): string {
  const filename = file === undefined ? '' : `; filename="${quoted(file)}"`;
  const contentType = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return `Content-Disposition: form-data; name="${quoted(name)}"${filename}${contentType}\r\n\r\n`;
}

/** As browsers write it (WHATWG HTML, multipart form data). */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Nobody can guess it, so no value can hold it. */
function randomBoundary(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
