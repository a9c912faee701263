import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import type { Caller } from '../../metadata/test/support/caller.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
let caller: Caller;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
  caller = await service.caller(newTenant());
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const process = (body: unknown) => caller.send('POST', '/v1/process', { body });

test('the example of the contract is answered as the contract shows it', async () => {
  const text =
    'cuộc họp ngày hai mươi tháng mười một bắt đầu lúc chín giờ gọi không chín một hai ba bốn năm sáu bảy tám để đăng ký';
  const { status, body } = await process({ text, language: 'vi' });
  expect(status).toBe(200);
  expect(body).toEqual({
    text: 'Cuộc họp ngày 20/11 bắt đầu lúc 9 giờ. Gọi [SỐ ĐIỆN THOẠI] để đăng ký.',
    language: 'vi',
    offsetUnit: 'code-point',
    spans: [
      { kind: 'capital', sourceStart: 0, sourceEnd: 4, start: 0, end: 4, replacement: 'Cuộc' },
      { kind: 'date', sourceStart: 14, sourceEnd: 37, start: 14, end: 19, replacement: '20/11' },
      { kind: 'number', sourceStart: 50, sourceEnd: 54, start: 32, end: 33, replacement: '9' },
      { kind: 'punctuation', sourceStart: 58, sourceEnd: 58, start: 37, end: 38, replacement: '.' },
      { kind: 'capital', sourceStart: 59, sourceEnd: 62, start: 39, end: 42, replacement: 'Gọi' },
      { kind: 'punctuation', sourceStart: 115, sourceEnd: 115, start: 69, end: 70, replacement: '.' },
    ],
    sentences: [
      { text: 'Cuộc họp ngày 20/11 bắt đầu lúc 9 giờ.', start: 0, end: 38 },
      { text: 'Gọi [SỐ ĐIỆN THOẠI] để đăng ký.', start: 39, end: 70 },
    ],
    redactions: [
      {
        ...{ patternId: 'phone-number', sourceStart: 63, sourceEnd: 104, start: 43, end: 58 },
        replacement: '[SỐ ĐIỆN THOẠI]',
      },
    ],
  });
});

test('with redaction by two patterns alone, nothing else changes', async () => {
  const options = { tones: false, diacritics: false, figures: false, punctuation: false, redact: true };
  const text = 'Xin gửi về toasoan@example.vn hoặc gọi 0912 345 678, ngày hai mươi tháng mười.';
  const { body } = await process({ text, options: { ...options, patternIds: ['email', 'phone-number'] } });
  expect(body.text).toBe('Xin gửi về [EMAIL] hoặc gọi [SỐ ĐIỆN THOẠI], ngày hai mươi tháng mười.');
  expect(body.spans).toEqual([]);
});

test('offsets count code points, also after characters outside the basic plane', async () => {
  const { body } = await process({ text: '😀 gọi 0912345678 nhé', options: { punctuation: false } });
  expect(body.redactions).toEqual([
    { patternId: 'phone-number', sourceStart: 6, sourceEnd: 16, start: 6, end: 21, replacement: '[SỐ ĐIỆN THOẠI]' },
  ]);
});

test('another language and a pattern that nobody knows are refused', async () => {
  const other = await process({ text: 'hello', language: 'en' });
  expect([other.status, other.body.errors]).toEqual([422, [{ pointer: '#/language', detail: 'must be vi or vi-VN' }]]);
  const unknown = await process({ text: 'chào', options: { patternIds: ['email', 'shoe-size'] } });
  expect([unknown.status, unknown.body.errors]).toEqual([
    422,
    [{ pointer: '#/options/patternIds/1', detail: 'is no pattern of GET /v1/patterns' }],
  ]);
});

test('the patterns are listed in their order, a page at a time', async () => {
  const first = await caller.get('/v1/patterns?limit=10');
  const cursor = first.body.page.nextCursor;
  const second = await caller.get(`/v1/patterns?limit=10&cursor=${cursor}`);
  const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
  expect([ids.length, ids[0], second.body.page]).toEqual([18, 'password', { hasMore: false }]);
  const finance = await caller.get('/v1/patterns?category=finance');
  expect(finance.body.items.map(({ id }: { id: string }) => id)).toEqual(['tax-code', 'bank-card', 'bank-account']);
  expect((await caller.get(`/v1/patterns?category=finance&cursor=${cursor}`)).status).toBe(400);
});

test('a transcript that is not there cannot be processed again', async () => {
  const { status } = await caller.post('/v1/jobs', { transcriptId: 'trn_01M7VBTVF03EFR5AJ7N5MWCPA1' });
  expect(status).toBe(404);
});
