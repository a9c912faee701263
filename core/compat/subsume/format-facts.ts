/** Formats that only tell readers something: every value has them. */
const hints: ReadonlySet<string> = new Set([
  'binary',
  'char',
  'decimal',
  'double',
  'float',
  'html',
  'int32',
  'int64',
  'markdown',
  'password',
  'text',
]);

/** True for a format that asserts nothing about a text. */
export function isHint(format: string): boolean {
  return hints.has(format);
}

const samples: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-01-31', '2025-06-15', '2000-02-29'],
  'date-time': ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.5+02:00', '2025-06-15T00:00:00Z'],
  duration: ['P1D', 'PT1H30M', 'P2W'],
  email: ['user@example.com', 'a@b.co', 'first.last@example.org'],
  hostname: ['example.com', 'localhost', 'a'],
  ipv4: ['192.0.2.1', '10.0.0.1', '127.0.0.1'],
  ipv6: ['2001:db8::1', '::1', 'fe80::1'],
  'json-pointer': ['/items/0', '', '/a'],
  regex: ['^a+$', 'a', '[0-9]*'],
  time: ['12:00:00Z', '23:59:59+02:00', '00:00:00.5Z'],
  uri: ['https://example.com/items/1', 'urn:a:b', 'http://a.b'],
  'uri-reference': ['/items/1', 'a', 'https://example.com'],
  uuid: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '00000000-0000-4000-8000-000000000000'],
  byte: ['aGVsbG8=', 'YQ==', 'AAAA', ''],
};

/** Texts that have a format, readable ones first; none for a format without a definition known here. */
export function samplesOf(format: string): readonly string[] {
  return samples[format] ?? [];
}

/** Whether a format is one that can be checked. */
export function isDefined(format: string): boolean {
  return Object.hasOwn(samples, format);
}

/** An expression for each text of a format, and perhaps for a few more. */
const outlines: Readonly<Record<string, string>> = {
  date: '^\\d{4}-\\d\\d-\\d\\d$',
  'date-time': '^\\d{4}-\\d\\d-\\d\\d[tT\\s]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[zZ]|[+-]\\d\\d(?::?\\d\\d)?)$',
  ipv4: '^(?:\\d{1,3}\\.){3}\\d{1,3}$',
  byte: '^(?:[A-Za-z0-9+/=]{4})*$',
  uuid: '^(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
};

export function outlineOf(format: string): string | undefined {
  return outlines[format];
}

/** Formats whose every text has the other format too. */
const within: Readonly<Record<string, readonly string[]>> = {
  uri: ['uri-reference'],
  ipv4: ['hostname', 'uri-reference'],
  uuid: ['uri-reference'],
  date: ['hostname', 'uri-reference'],
};

/** True when the format surely includes the other one. Equal formats include each other. */
export function includes(outer: string, inner: string): boolean {
  return outer === inner || (within[inner]?.includes(outer) ?? false);
}
