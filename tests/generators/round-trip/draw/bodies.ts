import * as fc from 'fast-check';
import type { EncodingPlan, MediaKind, MediaPlan } from '../plan.ts';
import { deepShape, flatObject, listOf, primitive } from '../shapes/arbitrary.ts';
import type { Dialect } from '../shapes/print-schema.ts';
import type { Components, MemberShape, Shape } from '../shapes/shape.ts';
import { oddName } from '../texts.ts';

export type Side = 'request' | 'response';

/** What a body may be: one media type, several, or ranges of them. */
export function bodyContent(dialect: Dialect, components: Components, side: Side): fc.Arbitrary<readonly MediaPlan[]> {
  const media = fc
    .constantFrom(...typesOf(dialect, side))
    .chain((type) => mediaOf(type, kindOf(type), dialect, components, side));
  return fc.uniqueArray(media, { minLength: 1, maxLength: dialect === '2.0' ? 1 : 3, selector: ({ type }) => type });
}

/** Types that both sides read by their name alone come first; a range leaves it to the caller. */
function typesOf(dialect: Dialect, side: Side): string[] {
  const json = ['application/json', 'application/json', 'application/vnd.pet.v1+json', 'application/problem+json'];
  const text = ['text/plain', 'text/csv', 'text/html; charset=utf-8', 'application/xml'];
  const binary = ['application/octet-stream', 'image/png', 'application/pdf'];
  if (dialect === '2.0') {
    const forms = side === 'request' ? ['application/x-www-form-urlencoded', 'multipart/form-data'] : [];
    return [...json, 'text/plain', ...forms, ...(side === 'response' ? ['application/octet-stream'] : [])];
  }
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
  const sequences = ['application/jsonl', 'application/x-ndjson', 'application/json-seq'];
  if (side === 'response') sequences.push('text/event-stream');
  const later = dialect === '3.2' ? sequences : [];
  return [...json, ...later, ...text, ...binary, ...forms, ...forms, 'image/*', 'text/*'];
}

function kindOf(type: string): MediaKind {
  if (/jsonl$|ndjson$|json-seq$|event-stream$/.test(type)) return 'sequence';
  if (/json$/.test(type)) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type === 'multipart/form-data') return 'multipart';
  return /^text\/|xml$/.test(type) ? 'text' : 'binary';
}

function mediaOf(
  type: string,
  kind: MediaKind,
  dialect: Dialect,
  components: Components,
  side: Side,
): fc.Arbitrary<MediaPlan> {
  switch (kind) {
    case 'json':
      return deepShape(dialect, [...components.keys()]).map((shape) => ({ type, kind, shape }));
    case 'text':
      return fc.constant<MediaPlan>({ type, kind, shape: { kind: 'text' } });
    case 'binary':
      return fc.constant<MediaPlan>({ type, kind, shape: { kind: 'binary' } });
    case 'sequence':
      return itemShape(type, dialect, components).map((shape) => ({ type, kind, shape }));
    case 'form':
      return side === 'response' ? plainForm(type) : form(type, dialect);
    case 'multipart':
      return multipart(type, dialect);
    default:
      return kind satisfies never;
  }
}

/** An event has members of its own (OpenAPI 3.2, 4.14.4). */
function itemShape(type: string, dialect: Dialect, components: Components): fc.Arbitrary<Shape> {
  const item = deepShape(dialect, [...components.keys()]);
  if (type !== 'text/event-stream') return item;
  const text: Shape = { kind: 'text' };
  return fc
    .oneof(
      fc.constant(text),
      item.map((of): Shape => ({ kind: 'embedded', of })),
    )
    .map((data): Shape => {
      const members = [
        { name: 'data', required: true, shape: data },
        { name: 'event', required: false, shape: text },
        { name: 'id', required: false, shape: text },
        { name: 'retry', required: false, shape: { kind: 'enum', values: [0, 1, 3000] } as const },
      ];
      return { kind: 'object', members };
    });
}

/** Nothing is said of how a response writes its form, so it holds texts and lists of them. */
function plainForm(type: string): fc.Arbitrary<MediaPlan> {
  return flatObject(oddName, primitive, { open: false }).map((shape) => ({ type, kind: 'form', shape }));
}

function form(type: string, dialect: Dialect): fc.Arbitrary<MediaPlan> {
  if (dialect === '2.0') return members(fc.oneof(primitive, listOf(primitive))).map((all) => formOf(type, 'form', all));
  const shape = fc.oneof(primitive, listOf(primitive), flatObject(oddName, primitive, { open: true }));
  const encoding: fc.Arbitrary<EncodingPlan> = fc.oneof(
    fc.record({
      style: fc.constantFrom('form', 'spaceDelimited', 'pipeDelimited'),
      explode: fc.boolean(),
      allowReserved: fc.boolean(),
    }),
    fc.constant({ style: 'deepObject', explode: true }),
    fc.constant({ contentType: 'application/json' }),
  );
  return fc
    .tuple(members(shape), fc.array(fc.option(encoding, { nil: undefined }), { maxLength: 4 }))
    .map(([all, encodings]) => formOf(type, 'form', all, encodings));
}

function multipart(type: string, dialect: Dialect): fc.Arbitrary<MediaPlan> {
  const binary = fc.constant<Shape>({ kind: 'binary' });
  const shapes =
    dialect === '2.0'
      ? fc.oneof(primitive, listOf(primitive), binary)
      : fc.oneof(
          ...[primitive, listOf(primitive), binary, binary.map((items): Shape => ({ kind: 'list', items }))],
          ...[
            flatObject(oddName, primitive, { open: true }),
            flatObject(oddName, primitive, { open: true }).map((items): Shape => ({ kind: 'list', items })),
          ],
        );
  return members(shapes).chain((all) =>
    fc
      .tuple(...all.map(({ shape }) => fc.option(partEncoding(shape), { nil: undefined, freq: 2 })))
      .map((encodings) => formOf(type, 'multipart', all, dialect === '2.0' ? [] : encodings)),
  );
}

/** The type that a part of this shape can have. */
function partEncoding(shape: Shape): fc.Arbitrary<EncodingPlan> {
  const one = shape.kind === 'list' ? shape.items : shape;
  if (one.kind === 'binary')
    return fc.constantFrom('image/png', 'image/png, image/jpeg', 'image/*').map((contentType) => ({ contentType }));
  if (one.kind === 'object')
    return fc.constantFrom('application/json', 'application/vnd.a+json').map((contentType) => ({ contentType }));
  return fc
    .constantFrom('text/plain', 'application/json', 'text/plain; charset=utf-8')
    .map((contentType) => ({ contentType }));
}

function members(shape: fc.Arbitrary<Shape>): fc.Arbitrary<readonly MemberShape[]> {
  const member = fc.record({ name: oddName, required: fc.boolean(), shape });
  return fc.uniqueArray(member, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
}

function formOf(
  type: string,
  kind: 'form' | 'multipart',
  all: readonly MemberShape[],
  encodings: readonly (EncodingPlan | undefined)[] = [],
): MediaPlan {
  const encoding = new Map(
    all.flatMap(({ name, shape }, i): [string, EncodingPlan][] => {
      const given = encodings[i];
      return given === undefined || !suits(given, shape) ? [] : [[name, given]];
    }),
  );
  const shape: Shape = { kind: 'object', members: all, others: false };
  return { type, kind, shape, ...(encoding.size > 0 && { encoding }) };
}

/** Exploded members would stand among the other properties, and a deep object has to be one. */
function suits({ style, explode = false, allowReserved = false }: EncodingPlan, shape: Shape): boolean {
  // What is percent-encoded already passes unchanged there, and then means what it encodes.
  if (allowReserved && /%[\da-f]{2}/i.test(JSON.stringify(shape))) return false;
  if (style === undefined) return true;
  if (style === 'deepObject') return shape.kind === 'object';
  if (shape.kind === 'object') return !explode && style === 'form';
  return style === 'form' || shape.kind === 'list';
}
