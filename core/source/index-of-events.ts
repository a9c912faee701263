import { EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { EventTable } from './event-table.ts';
import type { Tokens } from './pointer.ts';

/** Offsets of one pair or item: its key, where there is one, and its value. Ends are exclusive. */
export interface Span {
  readonly key: readonly [start: number, end: number] | undefined;
  readonly value: readonly [start: number, end: number];
  /** False for mappings and sequences, whose value spans many lines. */
  readonly scalar: boolean;
  /** How many tokens of the pointer were found; fewer than asked means that the rest does not exist. */
  readonly depth: number;
}

/**
 * Finds where a JSON pointer's value stands in the text, by walking the parser's events. Built once per source and
 * only when a position is first asked for.
 */
export class EventIndex {
  readonly #text: string;
  readonly #events: EventTable;
  /** For each event, the index of the first event after its whole subtree. */
  readonly #after: Int32Array;
  readonly #anchors = new Map<string, number[]>();
  readonly #keys = new Map<number, Map<string, number>>();

  constructor(text: string, events: EventTable) {
    this.#text = text;
    this.#events = events;
    this.#after = new Int32Array(events.length);
    const open: number[] = [];
    for (let i = 0; i < events.length; i++) {
      const type = events.typeAt(i);
      if (type === EVENT_ID.POP) {
        const start = open.pop();
        if (start !== undefined) this.#after[start] = i + 1;
      } else if (type === EVENT_ID.SCALAR || type === EVENT_ID.ALIAS) {
        this.#after[i] = i + 1;
      } else {
        open.push(i);
      }
    }
    for (const [i, start, end] of events.anchors()) this.#addAnchor(start, end, i);
  }

  /** The span of the value at `tokens`, or of its nearest ancestor that exists. */
  find(tokens: Tokens): Span {
    let at = 1; // 0 is the document event
    let keyAt: number | undefined;
    let depth = 0;
    for (const token of tokens) {
      const next = this.#child(this.#dereference(at), token);
      if (next === undefined) break;
      [keyAt, at] = next;
      depth++;
    }
    return this.#span(keyAt, at, depth);
  }

  #child(at: number, token: string): [keyAt: number | undefined, valueAt: number] | undefined {
    const type = this.#events.typeAt(at);
    if (type === EVENT_ID.MAPPING) {
      const keyAt = this.#keysOf(at).get(token);
      return keyAt === undefined ? this.#merged(at, token) : [keyAt, this.#afterOf(keyAt)];
    }
    if (type !== EVENT_ID.SEQUENCE) return undefined;
    let item = at + 1;
    for (let i = 0; this.#exists(item); i++, item = this.#afterOf(item)) {
      if (String(i) === token) return [undefined, item];
    }
    return undefined;
  }

  #keysOf(at: number): Map<string, number> {
    const known = this.#keys.get(at);
    if (known !== undefined) return known;
    const keys = new Map<string, number>();
    for (let keyAt = at + 1; this.#exists(keyAt); keyAt = this.#afterOf(this.#afterOf(keyAt))) {
      const key = this.#events.at(this.#dereference(keyAt));
      if (key?.type === EVENT_ID.SCALAR) keys.set(getScalarValue(this.#text, key), keyAt);
    }
    this.#keys.set(at, keys);
    return keys;
  }

  /** A key that came in through `<<`. */
  #merged(at: number, token: string): [number | undefined, number] | undefined {
    const mergeAt = this.#keysOf(at).get('<<');
    if (mergeAt === undefined) return undefined;
    const value = this.#dereference(this.#afterOf(mergeAt));
    if (this.#events.typeAt(value) === EVENT_ID.MAPPING) return this.#child(value, token);
    for (let item = value + 1; this.#exists(item); item = this.#afterOf(item)) {
      const found = this.#child(this.#dereference(item), token);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Where an alias points: the last anchor of that name before it. */
  #dereference(at: number): number {
    const event = this.#events.at(at);
    if (event?.type !== EVENT_ID.ALIAS) return at;
    const candidates = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd)) ?? [];
    return candidates.findLast((candidate) => candidate < at) ?? at;
  }

  #addAnchor(start: number, end: number, at: number): void {
    const name = this.#text.slice(start, end);
    const known = this.#anchors.get(name);
    if (known === undefined) this.#anchors.set(name, [at]);
    else known.push(at);
  }

  #exists(at: number): boolean {
    const type = this.#events.typeAt(at);
    return type !== undefined && type !== EVENT_ID.POP;
  }

  #afterOf(at: number): number {
    return this.#after[at] || at + 1;
  }

  #span(keyAt: number | undefined, at: number, depth: number): Span {
    const event = this.#events.at(at);
    const key = keyAt === undefined ? undefined : this.#scalarOrAnchor(keyAt);
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      return { key, value: key ?? [0, 0], scalar: true, depth };
    }
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) {
      const value = this.#scalarOrAnchor(at);
      // An empty value (`key:`) has no text of its own: the key stands for it.
      return { key, value: value[1] > value[0] ? value : (key ?? value), scalar: true, depth };
    }
    return { key, value: [event.start, this.#endOf(at)], scalar: false, depth };
  }

  #scalarOrAnchor(at: number): readonly [number, number] {
    const event = this.#events.at(at);
    if (event?.type === EVENT_ID.ALIAS) return [event.anchorStart - 1, event.anchorEnd];
    if (event?.type !== EVENT_ID.SCALAR) return [this.#startOf(at), this.#endOf(at)];
    return quotedSpan(event);
  }

  #startOf(at: number): number {
    const event = this.#events.at(at);
    return event !== undefined && 'start' in event ? event.start : 0;
  }

  /** The end of the last scalar inside; closing brackets are not part of events. */
  #endOf(at: number): number {
    for (let i = this.#afterOf(at) - 1; i >= at; i--) {
      const event = this.#events.at(i);
      if (event?.type === EVENT_ID.SCALAR) return quotedSpan(event)[1];
      if (event?.type === EVENT_ID.ALIAS) return event.anchorEnd;
    }
    return this.#startOf(at) + 1;
  }
}

/** Event offsets leave quotes out; people point at the opening quote. */
function quotedSpan(event: ScalarEvent): readonly [number, number] {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? [event.valueStart - 1, event.valueEnd + 1] : [event.valueStart, event.valueEnd];
}
