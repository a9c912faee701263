import { readDate } from './dates.ts';
import { Digits, readInteger } from './integers.ts';
import type { InnerPlaces, ValuePlaces } from './value-places.ts';

/** Where reading has got to. */
interface Reading {
  /** Property names and positions on the way from the root. */
  readonly path: (string | number)[];
  /** Whether a text that is no date is a fault. */
  readonly strict: boolean;
}

/** Puts dates and big integers where they belong, in place. What is there already stays. */
export function readValues(value: unknown, places: ValuePlaces): unknown {
  return readAt(value, places, { path: [], strict: true });
}

function readAt(value: unknown, places: ValuePlaces, reading: Reading): unknown {
  if (places === 'date-time') return typeof value === 'string' ? readDate(value, reading) : value;
  if (places === 'int64')
    return typeof value === 'number' || value instanceof Digits ? readInteger(value, reading) : value;
  if (typeof places === 'function') return readAt(value, places(), reading);
  if (isList(places)) return places.reduce((read: unknown, place) => readAt(read, place, reading), value);
  const certain = readInside(value, places, reading);
  return places.maybe === undefined ? certain : readAt(certain, places.maybe, { ...reading, strict: false });
}

function readInside(value: unknown, places: InnerPlaces, reading: Reading): unknown {
  if (Array.isArray(value)) readItems(value, places, reading);
  else if (isRecord(value)) readProperties(value, places, reading);
  return value;
}

function readItems(items: unknown[], { first = [], items: further }: InnerPlaces, reading: Reading): void {
  for (const [i, item] of items.entries()) {
    const places = i < first.length ? first[i] : further;
    if (places !== undefined) items[i] = readStep(item, i, places, reading);
  }
}

function readProperties(record: Record<string, unknown>, places: InnerPlaces, reading: Reading): void {
  const { properties = {}, rest, tag } = places;
  for (const [name, inner] of Object.entries(properties)) {
    // Assigned to its own property, even `__proto__` is like any other.
    if (Object.hasOwn(record, name)) record[name] = readStep(record[name], name, inner, reading);
  }
  if (rest !== undefined) {
    for (const [name, value] of Object.entries(record)) {
      if (!Object.hasOwn(properties, name)) record[name] = readStep(value, name, rest, reading);
    }
  }
  if (tag === undefined) return;
  const value = Object.hasOwn(record, tag.property) ? String(record[tag.property]) : undefined;
  const found = value !== undefined && Object.hasOwn(tag.cases, value) ? tag.cases[value] : tag.otherwise;
  if (found !== undefined) readAt(record, found, reading);
}

function readStep(value: unknown, step: string | number, places: ValuePlaces, reading: Reading): unknown {
  reading.path.push(step);
  const read = readAt(value, places, reading);
  reading.path.pop();
  return read;
}

function isList(places: InnerPlaces | readonly ValuePlaces[]): places is readonly ValuePlaces[] {
  return Array.isArray(places);
}

/** What JSON calls an object; dates and integers that have been read are none. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Digits);
}
