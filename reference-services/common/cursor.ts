import { createHash } from 'node:crypto';
import { fingerprint } from './fingerprint.ts';

/** Values of the columns that order a list, taken from the last item of a page. */
export type CursorKey = readonly (string | number)[];

/** What a cursor belongs to: continuing another list, or the same list under other filters, would skip items. */
export interface CursorScope {
  readonly list: string;
  readonly filters: unknown;
  /** What each value of the key is. A cursor of another shape never reaches the database. */
  readonly key: readonly ('timestamp' | 'text' | 'integer')[];
}

const lifetimeSeconds = 24 * 60 * 60;
const checksumBytes = 9;

/** An opaque, checksummed position. It grants nothing: the tenant comes from the token and never from a cursor. */
export function encodeCursor(scope: CursorScope, key: CursorKey, now: Date): string {
  const payload = Buffer.from(JSON.stringify([scopeMark(scope), seconds(now), ...key]));
  return Buffer.concat([checksum(payload), payload]).toString('base64url');
}

/** The key again; `undefined` when the cursor is damaged, expired or of another list. */
export function decodeCursor(scope: CursorScope, cursor: string, now: Date): CursorKey | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(checksumBytes);
  if (bytes.toString('base64url') !== cursor) return undefined;
  if (!checksum(payload).equals(bytes.subarray(0, checksumBytes))) return undefined;
  const [mark, issuedAt, ...key] = parseArray(payload.toString());
  if (mark !== scopeMark(scope) || !isFresh(issuedAt, now)) return undefined;
  return fits(scope, key) ? key : undefined;
}

function scopeMark(scope: CursorScope): string {
  return fingerprint([scope.list, scope.filters]).slice(0, 12);
}

function isFresh(issuedAt: unknown, now: Date): boolean {
  return typeof issuedAt === 'number' && seconds(now) - issuedAt <= lifetimeSeconds;
}

function fits(scope: CursorScope, key: readonly unknown[]): key is CursorKey {
  return key.length === scope.key.length && scope.key.every((kind, index) => isOfKind(kind, key[index]));
}

function isOfKind(kind: CursorScope['key'][number], value: unknown): boolean {
  if (kind === 'integer') return Number.isSafeInteger(value);
  if (typeof value !== 'string') return false;
  return kind === 'text'
    ? !value.includes('\0')
    : /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

function checksum(payload: Buffer): Buffer {
  return createHash('sha256').update('ai2text-cursor-v1\n').update(payload).digest().subarray(0, checksumBytes);
}

function parseArray(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
