import { createHash } from 'node:crypto';
import { fingerprint } from './fingerprint.ts';

/** Values of the columns that order a list, taken from the last item of a page. */
export type CursorKey = readonly (string | number)[];

/** What a cursor belongs to: continuing another list, or the same list under other filters, would skip items. */
export interface CursorScope {
  readonly list: string;
  readonly filters: unknown;
}

const lifetimeSeconds = 24 * 60 * 60;
const checksumBytes = 9;

/** An opaque, checksummed position. The checksum guards against damage and guessing; the tenant is never read from it. */
export function encodeCursor(scope: CursorScope, key: CursorKey, now: Date): string {
  const payload = Buffer.from(JSON.stringify([scopeMark(scope), seconds(now), ...key]));
  return Buffer.concat([checksum(payload), payload]).toString('base64url');
}

/** The key again; `undefined` when the cursor is damaged, expired or of another list. */
export function decodeCursor(scope: CursorScope, cursor: string, now: Date): CursorKey | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(checksumBytes);
  if (bytes.toString('base64url') !== cursor || !checksum(payload).equals(bytes.subarray(0, checksumBytes))) return undefined;
  const parts = JSON.parse(payload.toString()) as [string, number, ...CursorKey]; // the checksum says that we wrote it
  const [mark, issuedAt, ...key] = parts;
  return mark === scopeMark(scope) && seconds(now) - issuedAt <= lifetimeSeconds ? key : undefined;
}

function scopeMark(scope: CursorScope): string {
  return fingerprint([scope.list, scope.filters]).slice(0, 12);
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

function checksum(payload: Buffer): Buffer {
  return createHash('sha256').update('ai2text-cursor-v1\n').update(payload).digest().subarray(0, checksumBytes);
}
