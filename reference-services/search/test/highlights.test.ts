import { expect, test } from 'vitest';
import { highlight } from '../src/search/highlights.ts';

function marked(text: string, query: string): string {
  const points = [...text];
  return highlight(text, query)
    .map(({ start, end }) => points.slice(start, end).join(''))
    .join(' | ');
}

test.each([
  ['neighbouring words are one match', 'Họp về kế hoạch quý ba.', 'kế hoạch quý ba', 'kế hoạch quý ba'],
  ['words apart are matches of their own', 'Kế hoạch, rồi quý ba.', 'kế hoạch quý ba', 'Kế hoạch | quý ba'],
  ['words typed without marks match those with them', 'Kế hoạch đầu năm.', 'ke hoach dau', 'Kế hoạch đầu'],
  ['words typed with marks match no others', 'Bán hàng cho bạn.', 'bán', 'Bán'],
  ['parts of words are no match', 'Hoạch định.', 'hoạ', ''],
  ['offsets count code points', '😀😀 kế hoạch', 'hoạch', 'hoạch'],
  ['decomposed text matches too', 'kế hoạch'.normalize('NFD'), 'kế', 'kế'.normalize('NFD')],
  ['a query without words matches nothing', 'Kế hoạch.', '?!', ''],
])('%s', (_name, text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test('a hit has no more than 50 highlights', () => {
  expect(highlight('ba, '.repeat(80), 'ba')).toHaveLength(50);
});
