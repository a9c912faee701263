import { expect, test, vi } from 'vitest';
import { patterns } from '../../src/text/pii/patterns.ts';
import { scan } from '../../src/text/pii/scan.ts';
import { processText } from '../../src/text/process-text.ts';
import { readPairs } from '../support/pairs.ts';

// One megabyte each, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 120_000 });

const sized = (unit: string, bytes: number) => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** What makes a pattern begin again at each place, or carry on without an end. */
test.each([
  ...['1', '1 ', '1.', '+84 ', 'a', 'a@', 'a.', 'x://a:', 'ab:', 'eyJ', 'A1', 'GB82 ', 'số 12 ngõ 3 ', 'địa chỉ là '],
  ...['mật khẩu là ', 'tên là ', 'ông nguyễn ', 'a còng ', '[A', '-----BEGIN PRIVATE KEY ', '29A-', 'facebook.com/'],
])('every pattern takes linear time on a megabyte of %j', (unit) => {
  const scanned = scan(sized(unit, 1_000_000));
  const slow = patterns.flatMap(({ id, finders }) => {
    const spent = timeOf(() => {
      for (const find of finders) Array.from(find(scanned));
    });
    // One that took each place up again would need minutes.
    return spent < 3_000 ? [] : [id];
  });
  expect(slow).toEqual([]);
});

/** How much more work four times the text is: 4 where it is linear, 16 where it is squared. */
test.each([
  'một tỷ ',
  'không chín ',
  'ngày một tháng ',
  'một giờ ',
  'một phần ',
  'năm ',
  'hoà ',
  'e\u0301',
  'a. ',
  'và ',
])('all steps together are linear in text of %j', (unit) => {
  const [small, large] = [sized(unit, 50_000), sized(unit, 200_000)];
  const best = (text: string) => Math.min(...[0, 1, 2].map(() => timeOf(() => processText(text))));
  expect(best(large) / Math.max(best(small), 10)).toBeLessThan(9);
});

test('a megabyte of speech is processed in less than a second of processor time', () => {
  const spoken = readPairs('everything').map(({ given }) => given);
  const text = sized(`${spoken.join(' ')} `, 1_000_000);
  processText(text);
  const spent = Math.min(...[0, 1, 2].map(() => timeOf(() => processText(text))));
  expect(spent).toBeLessThan(1_000);
});
