import type { Schema } from '../../core/contract/schema.ts';

/** Numbers at and beside the limits of a schema. */
export function sampleNumbers({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf = 1,
}: Schema): number[] {
  const near = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((limit) => limit !== undefined);
  const rounded = near.flatMap((limit) => [Math.ceil(limit / multipleOf), Math.floor(limit / multipleOf)]);
  const beside = rounded.flatMap((n) => [n * multipleOf, (n + 1) * multipleOf, (n - 1) * multipleOf]);
  return [multipleOf, 0, ...near, ...beside];
}

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-15T08:30:00Z',
  date: '2026-01-15',
  time: '08:30:00Z',
  duration: 'PT1H',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/example',
  uuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  byte: 'c2FtcGxl',
};

/** Common shapes of identifiers, brought to a legal length, for patterns that are not spelt out in an example. */
const shapes = [
  'sample',
  'a',
  'A',
  '1',
  'a1',
  'A1',
  'a-1',
  'a_1',
  'AB',
  '/a',
  '1.0.0',
  'vi',
  'en-GB',
  '+4912345',
  '#aabbcc',
];

/** Texts in the format and of the length that a schema asks for. */
export function sampleStrings({ format, minLength = 0, maxLength = 1000 }: Schema): string[] {
  const formatted = format === undefined || !Object.hasOwn(byFormat, format) ? undefined : byFormat[format];
  const fitted = shapes.map((shape) => {
    const long = shape.repeat(Math.ceil(Math.max(minLength, 1) / shape.length));
    return long.slice(0, Math.max(minLength, Math.min(shape.length, maxLength)));
  });
  return [...(formatted === undefined ? [] : [formatted]), ...fitted];
}
