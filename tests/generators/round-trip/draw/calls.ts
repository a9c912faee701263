import * as fc from 'fast-check';
import type { HeaderPlan, MediaPlan, OperationPlan, ParameterPlan, Place, ResponsePlan } from '../plan.ts';
import { record } from '../shapes/print-schema.ts';
import type { Components } from '../shapes/shape.ts';
import { type Drawing, drawFilled, drawValue } from '../shapes/values.ts';
import { anyText, headerName, headerText, oddName, textWithoutEscapes } from '../texts.ts';
import { memberName, textFor } from './parameters.ts';
import { concreteStatuses } from './statuses.ts';

/** One call: what the client is given, and what the handler answers. Bytes are plain here; `carrier` says how they travel. */
export interface Call {
  readonly parameters: Readonly<Record<Place, Readonly<Record<string, unknown>>>>;
  readonly body?: DrawnBody | undefined;
  readonly answer: Answer;
}

export interface DrawnBody {
  readonly media: MediaPlan;
  /** The concrete type where the media type is a range. */
  readonly type: string;
  readonly value: unknown;
  readonly carrier: Carrier;
}

export type Carrier = (typeof carriers)[number];
const carriers = ['bytes', 'blob', 'buffer', 'stream', 'iterable'] as const;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly response: ResponsePlan;
  readonly body?: DrawnBody | undefined;
}

export function callOf(operation: OperationPlan, components: Components): fc.Arbitrary<Call> {
  return fc.record({
    parameters: parameterValues(operation.parameters, components),
    body:
      operation.body === undefined
        ? fc.constant(undefined)
        : optional(operation.body.required, drawnBody(operation.body.content, components)),
    answer: fc.constantFrom(...operation.responses).chain((response) => answer(operation, response, components)),
  });
}

function optional<T>(required: boolean, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return required ? arbitrary : fc.option(arbitrary, { nil: undefined, freq: 5 });
}

function parameterValues(
  parameters: readonly ParameterPlan[],
  components: Components,
): fc.Arbitrary<Call['parameters']> {
  const values = parameters.map(({ in: place, required, shape, written }) => {
    const drawing: Drawing = { components, text: textFor(place, written), memberName: memberName(place, written) };
    const any = drawValue(shape, drawing);
    // What leaves no trace is refused where a value is required; one in a while is enough.
    const value = required
      ? fc.oneof({ weight: 20, arbitrary: drawFilled(shape, drawing) }, { weight: 1, arbitrary: any })
      : any;
    return optional(
      required,
      value.map((one) => ({ value: one })),
    );
  });
  return fc.tuple(...values).map((drawn) => {
    const of = (place: Place) =>
      record(
        parameters.flatMap((parameter, i): [string, unknown][] => {
          const one = drawn[i];
          return parameter.in !== place || one === undefined ? [] : [[parameter.name, one.value]];
        }),
      );
    return {
      path: of('path'),
      query: of('query'),
      header: of('header'),
      cookie: of('cookie'),
      querystring: of('querystring'),
    };
  });
}

function drawnBody(content: readonly MediaPlan[], components: Components): fc.Arbitrary<DrawnBody> {
  return fc.constantFrom(...content).chain((media) =>
    fc.record({
      media: fc.constant(media),
      type: fc.constant(concreteType(media.type)),
      value: bodyValue(media, components),
      carrier: fc.constantFrom(...carriers),
    }),
  );
}

function bodyValue(media: MediaPlan, components: Components): fc.Arbitrary<unknown> {
  const value = drawValue(media.shape, { components, text: textIn(media), memberName: oddName });
  if (media.kind !== 'sequence') return value;
  const item = media.type === 'text/event-stream' ? value.filter(isWritableEvent) : value;
  return fc.array(item, { maxLength: 4 });
}

/** Only the data of an event may span lines. */
function isWritableEvent(event: unknown): boolean {
  const { event: name = '', id = '' } = Object(event);
  return !/[\r\n]/.test(name) && !/[\r\n\0]/.test(id);
}

function textIn({ kind, encoding }: MediaPlan): fc.Arbitrary<string> {
  // A byte order mark at the start of a text is none of it (WHATWG Encoding, UTF-8 decode).
  if (kind === 'text') return anyText.map((text) => text.replace(/^\ufeff+/, ''));
  const passes = [...(encoding?.values() ?? [])].some(({ allowReserved }) => allowReserved);
  return passes ? textWithoutEscapes : anyText;
}

/** A type of the range that no contract here declares by itself. */
function concreteType(type: string): string {
  if (type === 'image/*') return 'image/webp';
  return type === 'text/*' ? 'text/markdown' : type;
}

function answer(operation: OperationPlan, response: ResponsePlan, components: Components): fc.Arbitrary<Answer> {
  const empty = response.content.length === 0 || operation.method === 'head';
  const declared = operation.responses.map(({ status }) => status);
  return fc.record({
    status: fc.constantFrom(...concreteStatuses(response.status, declared, { withBody: !empty })),
    headers: headerValues(response.headers, components),
    response: fc.constant(response),
    body: empty ? fc.constant(undefined) : drawnBody(response.content, components),
  });
}

function headerValues(
  headers: readonly HeaderPlan[],
  components: Components,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const drawing: Drawing = { components, text: headerText, memberName: headerName };
  return fc
    .tuple(
      ...headers.map((header) =>
        optional(
          header.required,
          drawValue(header.shape, drawing).map((value) => ({ value })),
        ),
      ),
    )
    .map((drawn) =>
      record(
        headers.flatMap(({ name }, i): [string, unknown][] => {
          const one = drawn[i];
          return one === undefined ? [] : [[name, one.value]];
        }),
      ),
    );
}
