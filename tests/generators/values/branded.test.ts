import { expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';
import { typeCheck } from '../support/type-check.ts';

function generate(schemas: Readonly<Record<string, unknown>>) {
  const document = { openapi: '3.1.1', info: { title: 't', version: '1' }, paths: {}, components: { schemas } };
  return typescriptClient.generate(contractFrom(JSON.stringify(document)), {
    ...{ importExtension: '.js', settings: { brandedIds: true } },
  }).files;
}

const brands = (schemas: Readonly<Record<string, unknown>>) =>
  [...(generate(schemas)[0]?.text ?? '').matchAll(/^export type (.*);$/gm)].map(([, one]) => one);

test('ids are texts and whole numbers of the format uuid, or with a name that ends with "id"', () => {
  expect(
    brands({
      UserId: { type: 'string' },
      order_id: { type: 'integer' },
      'trace-ID': { type: 'string', pattern: '^[0-9a-f]{16}$' },
      Recording: { type: 'string', format: 'uuid' },
      SessionUUID: { type: 'string' },
    }),
  ).toEqual([
    "UserId = Branded<string, 'UserId'>",
    "OrderId = Branded<number, 'OrderId'>",
    "TraceID = Branded<string, 'TraceID'>",
    "Recording = Branded<string, 'Recording'>",
    "SessionUUID = Branded<string, 'SessionUUID'>",
  ]);
});

test('nothing else is an id', () => {
  expect(
    brands({
      Paid: { type: 'string' },
      Language: { type: 'string', pattern: '^[a-z]{2}$' },
      KindId: { enum: ['a', 'b'] },
      OptionalId: { type: ['string', 'null'] },
      PriceId: { type: 'number' },
      PictureId: { type: 'string', format: 'binary' },
      MailId: { type: 'string', format: 'email' },
      OtherId: { $ref: '#/components/schemas/Paid' },
    }),
  ).toEqual([
    'Paid = string',
    'Language = string',
    "KindId = 'a' | 'b'",
    'OptionalId = string | null',
    'PriceId = number',
    'PictureId = Binary',
    'MailId = string',
    'OtherId = Paid',
  ]);
});

test('the function of an id gives the value back when the contract admits it, and throws when it does not', async () => {
  const files = generate({
    UserId: { type: 'string', format: 'uuid' },
    PlaceId: { type: 'string', pattern: '^p[\\-]', minLength: 3, maxLength: 4 },
    RowId: { type: 'integer' },
    OddId: { type: 'string', pattern: '(' },
  });
  expect(typeCheck(files, 'bundler')).toBe('');
  // The generated module has these functions, with more precise types.
  const { UserId, PlaceId, RowId, OddId } = (await loadModule(files, 'types.ts')) as Record<
    string,
    (value: unknown) => unknown
  >;
  expect(UserId?.('7b0f3f3e-6f5c-4b7e-9a49-0d6f1b0a5c11')).toBe('7b0f3f3e-6f5c-4b7e-9a49-0d6f1b0a5c11');
  expect(() => UserId?.('rex')).toThrow(new TypeError('"rex" is no UserId: not a UUID.'));
  expect(() => UserId?.(5)).toThrow(new TypeError('"5" is no UserId: not a text.'));
  expect(PlaceId?.('p-🐈')).toBe('p-🐈');
  expect(() => PlaceId?.('q-1')).toThrow(new TypeError('"q-1" is no PlaceId: it does not match ^p[\\-].'));
  expect(() => PlaceId?.('p-')).toThrow(new TypeError('"p-" is no PlaceId: shorter than 3.'));
  expect(() => PlaceId?.('p-123')).toThrow(new TypeError('"p-123" is no PlaceId: longer than 4.'));
  expect(RowId?.(7)).toBe(7);
  expect(() => RowId?.(7.5)).toThrow(new TypeError('"7.5" is no RowId: not an integer.'));
  // A pattern that no engine takes is the contract's fault, and no reason to refuse ids.
  expect(OddId?.('(')).toBe('(');
});
