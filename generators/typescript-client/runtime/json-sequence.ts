import { writeJson } from './json.ts';
import { linesOf, parseItem } from './sequence.ts';
import type { Reading } from './sequence-data.ts';

/** `application/jsonl`, `application/x-ndjson`: a JSON value per line. Blank lines say nothing. */
export function jsonLines(reading: Reading): AsyncGenerator<unknown> {
  return jsonBetween(reading, /\n/);
}

/** `application/json-seq`: a record separator before each JSON value (RFC 7464). */
export function jsonSequence(reading: Reading): AsyncGenerator<unknown> {
  return jsonBetween(reading, recordSeparator);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the separator is a control character.
const recordSeparator = /\x1e/;

async function* jsonBetween(reading: Reading, end: RegExp): AsyncGenerator<unknown> {
  try {
    for await (const texts of linesOf(reading, reading.response.body, end)) {
      for (const text of texts) if (text.trim() !== '') yield parseItem(reading, text);
    }
  } catch (error) {
    throw reading.explain(error);
  }
}

export async function* writeJsonLines(items: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const item of items) yield `${writeJson(item)}\n`;
}

export async function* writeJsonSequence(items: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const item of items) yield `\x1e${writeJson(item)}\n`;
}
