// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import { bodyKindOf } from './media-type.ts';
import type { JsonSchema } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';

/** One event of a `text/event-stream` (WHATWG HTML, 9.2). */
export interface ServerSentEvent {
  readonly data?: string;
  /** The name under which a browser's `EventSource` dispatches it; `message` when left out. */
  readonly event?: string;
  /** What a client that comes back sends as `Last-Event-ID`. */
  readonly id?: string;
  /** Milliseconds that a client waits before it comes back. */
  readonly retry?: number;
}

/** What a client ignores; it only keeps proxies from closing a silent connection. */
export const keepAliveComment = ':\n\n';

/** The lines of an event, or what cannot be written in them. `data` that is no text, or JSON by the contract, is written as JSON. */
export function writeEvent(event: object, isJson: boolean): string | Fault[] {
  const { data, event: name, id, retry } = event as { readonly [member: string]: unknown };
  const faults = [...fieldFaults('event', name), ...fieldFaults('id', id)];
  if (typeof id === 'string' && id.includes('\0')) faults.push({ pointer: '#/id', detail: 'must not contain NUL' });
  if (retry !== undefined && !(Number.isInteger(retry) && Number(retry) >= 0)) {
    faults.push({ pointer: '#/retry', detail: 'must be a number of milliseconds' });
  }
  if (faults.length > 0) return faults;
  const text = data === undefined || (typeof data === 'string' && !isJson) ? data : JSON.stringify(data);
  const fields = [
    ...(name === undefined ? [] : [`event: ${name}\n`]),
    ...(id === undefined ? [] : [`id: ${id}\n`]),
    ...(retry === undefined ? [] : [`retry: ${retry}\n`]),
    ...(text === undefined
      ? []
      : String(text)
          .split(/\r\n|\r|\n/)
          .map((line) => `data: ${line}\n`)),
  ];
  return `${fields.join('')}\n`;
}

/** Only `data` can span lines. */
function fieldFaults(member: string, value: unknown): Fault[] {
  if (value === undefined || (typeof value === 'string' && !/[\r\n]/.test(value))) return [];
  return [{ pointer: `#/${member}`, detail: 'must be text without line breaks' }];
}

/**
 * Whether the contract describes the `data` of this event as a JSON document (`contentMediaType` beside `contentSchema`).
 * Of the branches of a union, those count that accept the event.
 */
export function isJsonData(
  set: SchemaSet,
  schema: JsonSchema,
  event: unknown,
  passed = new Set<JsonSchema>(),
): boolean {
  if (typeof schema === 'boolean' || passed.has(schema)) return false;
  passed.add(schema);
  if (isJsonMember(schema.properties)) return true;
  if (schema.$ref !== undefined && isJsonData(set, set.resolve(schema.$ref), event, passed)) return true;
  if (listOf(schema.allOf).some((part) => isJsonData(set, part, event, passed))) return true;
  return [...listOf(schema.anyOf), ...listOf(schema.oneOf)].some(
    (part) => set.accepts(part, event) && isJsonData(set, part, event, passed),
  );
}

function isJsonMember(properties: unknown): boolean {
  const { data } = isRecord(properties) ? properties : {};
  const { contentMediaType: type } = isRecord(data) ? data : {};
  return typeof type === 'string' && bodyKindOf(type) === 'json';
}

function listOf(schemas: unknown): readonly JsonSchema[] {
  return Array.isArray(schemas) ? schemas : [];
}

function isRecord(value: unknown): value is { readonly data?: unknown; readonly contentMediaType?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
