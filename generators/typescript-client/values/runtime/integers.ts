import { ValueError } from './value-error.ts';

/** An integer of a JSON text that no number holds exactly. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** JSON with such integers kept. Engines without source text access (before Node 22, Safari 18.4) keep none. */
export function parseDigits(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
    const source = context?.source ?? '';
    return /^-?\d+$/.test(source) ? new Digits(source) : value;
  });
}

/** Kept integers that turned out to be ordinary numbers, in place. */
export function withoutDigits(value: unknown): unknown {
  if (value instanceof Digits) return Number(value.text);
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) value[i] = withoutDigits(item);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    // Whatever JSON.parse made, its own properties can be written.
    const record = value as Record<string, unknown>;
    for (const [name, member] of Object.entries(record)) record[name] = withoutDigits(member);
  }
  return value;
}

export function readInteger(
  value: number | Digits,
  { path, strict }: { readonly path: readonly unknown[]; readonly strict: boolean },
): bigint | number | Digits {
  if (value instanceof Digits) return BigInt(value.text);
  if (Number.isSafeInteger(value)) return BigInt(value);
  if (!strict) return value;
  if (!Number.isInteger(value)) throw new ValueError(path, `${value} is no integer`);
  throw new ValueError(path, `${value} cannot be read exactly: this engine does not tell how it was written`);
}

/** Writes bigints as the numbers that they are. */
export function writeIntegers(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? rawJson(member) : member));
}

/** Whether the engine can write it into JSON. */
export function isWritable(value: bigint): boolean {
  return typeof engine.rawJSON === 'function' || (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER);
}

// The library of TypeScript does not know of it yet.
const engine = JSON as { readonly rawJSON?: (text: string) => unknown };

function rawJson(value: bigint): unknown {
  return engine.rawJSON === undefined ? Number(value) : engine.rawJSON(String(value));
}
