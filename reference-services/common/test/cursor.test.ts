import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CursorScope, decodeCursor, encodeCursor } from '../cursor.ts';

const now = new Date('2026-11-21T02:00:00Z');
const scope: CursorScope = { list: 'speakers', filters: { name: 'Lan' }, key: ['text', 'integer'] };

describe('cursors', () => {
  it('give back the key, whatever it holds, within a day', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), (value, number) => {
        const cursor = encodeCursor(scope, [value, number], now);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(scope, cursor, new Date(now.getTime() + 86_400_000))).toEqual([value, number]);
        expect(decodeCursor(scope, cursor, new Date(now.getTime() + 86_401_000))).toBeUndefined();
      }),
    );
  });

  it('are refused when damaged, of another list, of other filters or of another shape', () => {
    const cursor = encodeCursor(scope, ['Lan', 1], now);
    const refused = [
      decodeCursor({ ...scope, list: 'recordings' }, cursor, now),
      decodeCursor({ ...scope, filters: {} }, cursor, now),
      decodeCursor({ ...scope, key: ['text'] }, cursor, now),
      decodeCursor({ ...scope, key: ['timestamp', 'integer'] }, cursor, now),
      decodeCursor(scope, `${cursor}=`, now),
      decodeCursor(scope, '', now),
    ];
    expect(refused).toEqual(refused.map(() => undefined));
    fc.assert(fc.property(fc.base64String(), (text) => decodeCursor(scope, text, now) === undefined));
  });
});
