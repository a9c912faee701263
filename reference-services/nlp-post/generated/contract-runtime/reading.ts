// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Text on its way to a JSON value: decoded, taken apart, not yet converted. */
export type Raw = string | readonly Raw[] | ReadonlyMap<string, Raw>;

/**
 * The ways in which one text can be read. The schema decides among them, because the same `a,b` is a string, a list of
 * two or an object with one member.
 */
export interface Readings {
  readonly single?: Raw;
  readonly list?: readonly Raw[];
  /** True when the list is nothing but the single text once more. */
  readonly ofOne?: boolean;
  readonly record?: ReadonlyMap<string, Raw>;
  /** True when the text itself shows several values: a delimiter, or the name more than once. */
  readonly several: boolean;
}

/** `a,1,b,2` as members. Undefined when a value is missing. */
export function alternating(pieces: readonly string[]): ReadonlyMap<string, Raw> | undefined {
  if (pieces.length % 2 === 1) return undefined;
  const record = new Map<string, Raw>();
  for (let i = 0; i + 1 < pieces.length; i += 2) record.set(pieces[i] ?? '', pieces[i + 1] ?? '');
  return record;
}

/** `a=1` and `b=2` as members. Undefined when an equals sign is missing. */
export function assigned(
  pieces: readonly string[],
  decode: (text: string) => string,
): ReadonlyMap<string, Raw> | undefined {
  const record = new Map<string, Raw>();
  for (const piece of pieces) {
    const at = piece.indexOf('=');
    if (at === -1) return undefined;
    record.set(decode(piece.slice(0, at)), decode(piece.slice(at + 1)));
  }
  return record;
}

/** Readings of one text whose values are parted by a delimiter. */
export function delimited(text: string, options: DelimitedOptions): Readings {
  const { delimiter, decode, explode } = options;
  const pieces = text.split(delimiter);
  const parts = text === '' ? [] : pieces;
  const record = explode ? assigned(parts, decode) : alternating(parts.map(decode));
  const list = pieces.map(decode);
  return { single: decode(text), list, ...(record && { record }), several: pieces.length > 1 };
}

interface DelimitedOptions {
  readonly delimiter: string | RegExp;
  readonly decode: (text: string) => string;
  /** Whether members are written `a=1,b=2` instead of `a,1,b,2`. */
  readonly explode: boolean;
}
