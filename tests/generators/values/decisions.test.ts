import { describe, expect, test } from 'vitest';
import type { TargetSettings } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';

interface Decided {
  /** The declarations, without header and blank lines. */
  readonly types: readonly string[];
  readonly values: readonly string[];
  /** Where values stay on the wire. */
  readonly findings: readonly string[];
}

/** What becomes of component schemas that a response brings. */
function decide(
  schemas: Readonly<Record<string, unknown>>,
  settings: TargetSettings = { dates: 'Date', int64: 'bigint' },
): Decided {
  const [name = ''] = Object.keys(schemas);
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  const paths = { '/': { get: { operationId: 'get', responses: { 200: { description: '', content } } } } };
  const document = { openapi: '3.1.1', info: { title: 't', version: '1' }, paths, components: { schemas } };
  const { files, diagnostics } = typescriptClient.generate(contractFrom(JSON.stringify(document)), {
    ...{ importExtension: '.js', settings },
  });
  const linesOf = (path: string) =>
    (files.find((file) => file.path === path)?.text ?? '').split('\n').filter((line) => line.startsWith('export'));
  return {
    types: linesOf('types.ts'),
    values: linesOf('values.ts'),
    findings: diagnostics.map(({ rule, location }) => `${rule} ${location.pointer}`),
  };
}

const date = { type: 'string', format: 'date-time' };
const text = { type: 'string' };
const int64 = { type: 'integer', format: 'int64' };

describe('a text or number', () => {
  test.each([
    [date, 'Date', "'date-time'"],
    [{ ...date, nullable: true, type: ['string', 'null'] }, 'Date | null', "'date-time'"],
    [int64, 'bigint', "'int64'"],
    [{ type: 'integer', format: 'uint64' }, 'bigint', "'int64'"],
    [{ type: ['string', 'integer'], format: 'int64' }, 'bigint | string', "'int64'"],
  ])('%o becomes %s', (schema, type, places) => {
    expect(decide({ S: schema })).toEqual({
      types: [`export type S = ${type};`],
      values: [`export const s: ValuePlaces = ${places};`],
      findings: [],
    });
  });

  test.each([
    ['that is a date without a time', { type: 'string', format: 'date' }, 'string'],
    ['whose values are listed', { ...date, enum: ['2026-01-31T12:00:00Z'] }, "'2026-01-31T12:00:00Z'"],
    ['that is an integer written as text', { type: 'string', format: 'int64' }, 'string'],
    ['of 32 bits', { type: 'integer', format: 'int32' }, 'number'],
    ['without a type', { format: 'date-time' }, 'unknown'],
  ])('%s stays what it is', (_, schema, type) => {
    expect(decide({ S: schema })).toEqual({ types: [`export type S = ${type};`], values: [], findings: [] });
  });
});

describe('an option that is off', () => {
  test('leaves dates or integers alone', () => {
    const schema = { type: 'array', prefixItems: [date, int64], minItems: 2, maxItems: 2 };
    expect(decide({ S: schema }, { dates: 'Date' }).types).toEqual(['export type S = readonly [Date, number];']);
    expect(decide({ S: schema }, { int64: 'bigint' }).types).toEqual(['export type S = readonly [string, bigint];']);
    expect(decide({ S: schema }, { dates: 'string', int64: 'number', brandedIds: 'false' })).toEqual({
      ...{ types: ['export type S = readonly [string, number];'], values: [], findings: [] },
    });
  });
});

describe('parts that hold together', () => {
  test('may say nothing of what another one says', () => {
    const open = { type: 'object', properties: { name: text } };
    const dated = { type: 'object', properties: { at: date } };
    expect(decide({ S: { allOf: [{ $ref: '#/components/schemas/A' }, dated] }, A: open })).toEqual({
      types: ['export type S = A & { readonly at?: Date };', 'export interface A {'],
      values: ["export const s: ValuePlaces = { properties: { at: 'date-time' } };"],
      findings: [],
    });
  });

  test('leave everything on the wire when they contradict each other', () => {
    const all = [{ $ref: '#/components/schemas/A' }, { type: 'object', properties: { at: text } }];
    const base = { type: 'object', required: ['at'], properties: { at: date } };
    expect(decide({ S: { allOf: all }, A: base })).toEqual({
      types: [
        'export type S = AOnWire & { readonly at?: string };',
        'export interface A {',
        'export interface AOnWire {',
      ],
      values: [],
      findings: ['unsupported-mixed-values /components/schemas/S'],
    });
  });

  test('take a property as it is on the wire from a part that stays there', () => {
    const all = [
      { type: 'object', properties: { at: date } },
      { type: 'object', properties: { at: text } },
    ];
    expect(decide({ S: { allOf: [{ $ref: '#/components/schemas/A' }], required: ['at'] }, A: { allOf: all } })).toEqual(
      {
        types: ['export type S = A & { readonly at: string };', 'export interface A {'],
        values: [],
        findings: ['unsupported-mixed-values /components/schemas/A'],
      },
    );
  });

  test('contradict each other in what lies deep inside, too', () => {
    const list = (items: object) => ({ type: 'object', additionalProperties: { type: 'array', items } });
    expect(decide({ S: { allOf: [list(int64), list({ type: 'integer' })] } }).findings).toEqual([
      'unsupported-mixed-values /components/schemas/S',
    ]);
  });
});

describe('branches of a union', () => {
  test('of different kinds need no choice', () => {
    expect(
      decide({ S: { oneOf: [date, int64, { type: 'object', properties: { at: date } }, { type: 'null' }] } }),
    ).toEqual({
      types: ['export type S = Date | bigint | { readonly at?: Date } | null;'],
      values: ["export const s: ValuePlaces = [{ properties: { at: 'date-time' } }, 'date-time', 'int64'];"],
      findings: [],
    });
  });

  test('that contradict each other as texts stay on the wire', () => {
    expect(decide({ S: { anyOf: [date, text] } })).toEqual({
      ...{
        types: ['export type S = string;'],
        values: [],
        findings: ['unsupported-mixed-values /components/schemas/S'],
      },
    });
  });

  test('are told apart by a required property with constants, without a discriminator', () => {
    const branch = (kind: string, at: object) => ({
      ...{ type: 'object', required: ['kind'], properties: { kind: { const: kind }, at } },
    });
    expect(decide({ S: { oneOf: [branch('a', date), branch('b', text)] } })).toEqual({
      types: [
        "export type S = { readonly kind: 'a'; readonly at?: Date } | { readonly kind: 'b'; readonly at?: string };",
      ],
      values: [
        "export const s: ValuePlaces = { tag: { property: 'kind', cases: { a: { properties: { at: 'date-time' } } } } };",
      ],
      findings: [],
    });
  });

  test('are not told apart by a property that may be missing', () => {
    const branch = (kind: string, at: object) => ({ type: 'object', properties: { kind: { const: kind }, at } });
    expect(decide({ S: { oneOf: [branch('a', date), branch('b', text)] } }).findings).toEqual([
      'unsupported-mixed-values /components/schemas/S',
    ]);
  });

  test('that do not contradict each other are read leniently', () => {
    const branches = [
      { type: 'object', required: ['at'], properties: { at: date } },
      { type: 'object', required: ['name'], properties: { name: text } },
    ];
    expect(decide({ S: { anyOf: branches } })).toEqual({
      types: ['export type S = { readonly at: Date } | { readonly name: string };'],
      values: ["export const s: ValuePlaces = { maybe: { properties: { at: 'date-time' } } };"],
      findings: [],
    });
  });

  test('that contradict each other do so only where they stand, not where they are referred to', () => {
    const one = { type: 'object', properties: { s: { $ref: '#/components/schemas/S' }, at: date } };
    expect(decide({ One: one, S: { anyOf: [date, text] } })).toEqual({
      types: ['export interface One {', 'export type S = string;'],
      values: ["export const one: ValuePlaces = { properties: { at: 'date-time' } };"],
      findings: ['unsupported-mixed-values /components/schemas/S'],
    });
  });
});

describe('a schema that refers to itself', () => {
  test('is read as deep as the value goes', () => {
    const schema = { type: 'object', properties: { at: date, next: { $ref: '#/components/schemas/S' } } };
    expect(decide({ S: schema }).values).toEqual([
      "export const s: ValuePlaces = { properties: { at: 'date-time', next: () => s } };",
    ]);
  });

  test('without an object or list between is read once', () => {
    const schema = { allOf: [{ $ref: '#/components/schemas/S' }, { type: 'object', properties: { at: date } }] };
    expect(decide({ S: schema }).values).toEqual([
      "export const s: ValuePlaces = { properties: { at: 'date-time' } };",
    ]);
  });
});

test('an event contract keeps texts and numbers, and says so', () => {
  const document = {
    asyncapi: '3.0.0',
    info: { title: 't', version: '1' },
    channels: { c: { address: 'c', messages: { m: { payload: { type: 'object', properties: { at: date } } } } } },
  };
  const options = { importExtension: '.js', settings: { dates: 'Date', int64: 'bigint' } } as const;
  const { files, diagnostics } = typescriptClient.generate(contractFrom(JSON.stringify(document)), options);
  expect(files.map(({ text }) => text).join('')).toContain('readonly at?: string');
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning unsupported-conversion']);
});
