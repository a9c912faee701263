// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ReceivedData, SocketMessage } from './websocket-channel.ts';
import { hasShape } from './websocket-shape.ts';

/** A frame as it came: text, or bytes. */
export type Frame = string | Uint8Array<ArrayBuffer>;

/**
 * Which message a frame is. Bytes that no message of bytes describes are read as text, because some services send JSON in
 * binary frames. Text that is none comes back as the reason why.
 */
export function readFrame(
  frame: Frame,
  received: readonly ReceivedData[],
  parse: (text: string) => unknown = JSON.parse,
): SocketMessage | string {
  if (typeof frame === 'string') return readText(frame, received, parse);
  const bytes = received.find(({ format }) => format === 'bytes');
  if (bytes !== undefined) return { name: bytes.name, payload: frame };
  try {
    return readText(new TextDecoder('utf-8', { fatal: true }).decode(frame), received, parse);
  } catch {
    return `A binary frame of ${frame.byteLength} bytes came, and the contract has none`;
  }
}

function readText(
  text: string,
  received: readonly ReceivedData[],
  parse: (text: string) => unknown,
): SocketMessage | string {
  const json = readJson(text, parse);
  for (const { name, format, shape } of received) {
    if (format === 'bytes' || (format === 'json' && json === undefined)) continue;
    const payload = format === 'json' ? json?.value : text;
    if (shape === undefined || hasShape(payload, shape)) return { name, payload };
  }
  const known = received.map(({ name }) => name).join(', ');
  return `A text frame came that is none of ${known}: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
}

/** An empty frame is a message without a payload. */
function readJson(text: string, parse: (text: string) => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: text === '' ? undefined : parse(text) };
  } catch {
    return undefined;
  }
}

/** The bytes of a frame, whatever the WebSocket hands them over in; a string for text. */
export function frameOf(data: unknown): Frame {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  throw new TypeError('The WebSocket gave neither text nor bytes');
}

/** The length of a frame in bytes. */
export function sizeOf(frame: Frame): number {
  return typeof frame === 'string' ? new TextEncoder().encode(frame).byteLength : frame.byteLength;
}

/** The value at a path in a payload; undefined where there is none. */
export function valueAt(payload: unknown, path: readonly string[]): unknown {
  let at = payload;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, name)?.value;
  }
  return at;
}
