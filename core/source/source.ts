import type { Event } from 'js-yaml';
import { Lines } from '../diagnostics/lines.ts';
import type { Location, Range, SourceText } from '../diagnostics/location.ts';
import { EventTable } from './event-table.ts';
import { EventIndex, type Span } from './index-of-events.ts';
import type { Json } from './json.ts';
import { parsePointer } from './pointer.ts';

/** Which part of a key-value pair a location marks. */
export type Part = 'key' | 'value' | 'best';

/** Knows its pointer; a node makes it when first asked, and most are never asked. */
interface HasPointer {
  readonly pointer: string;
}

/** A parsed file: its text, its value, and the way from a JSON pointer back to a line and column. */
export class Source implements SourceText {
  readonly path: string;
  readonly text: string;
  readonly value: Json;
  readonly #events: EventTable;
  #index: EventIndex | undefined;
  #lines: Lines | undefined;

  constructor(path: string, text: string, value: Json, events: readonly Event[]) {
    this.path = path;
    this.text = text;
    this.value = value;
    this.#events = new EventTable(events);
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  /**
   * The place of the value at `pointer`. `best` is what a reader wants to see marked: a scalar itself, but only the key
   * of a mapping or sequence, whose text may span hundreds of lines.
   */
  at(pointer: string | HasPointer, part: Part = 'best'): Location {
    return new PointerLocation(this, typeof pointer === 'string' ? { pointer } : pointer, part);
  }

  /** A place known only by its offsets: a syntax error, a comment. */
  span(start: number, end: number = start + 1): Location {
    const range = { start: this.lines.position(start), end: this.lines.position(end) };
    return { source: this, pointer: '', range };
  }

  rangeOf(pointer: string, part: Part): Range {
    this.#index ??= new EventIndex(this.text, this.#events);
    const tokens = parsePointer(pointer) ?? [];
    const span = this.#index.find(tokens);
    const [start, end] = choose(span, part, span.depth === tokens.length);
    return { start: this.lines.position(start), end: this.lines.position(end) };
  }
}

function choose(span: Span, part: Part, exact: boolean): readonly [number, number] {
  if (span.key !== undefined && (part === 'key' || (part === 'best' && !(exact && span.scalar)))) return span.key;
  if (span.scalar) return span.value;
  return part === 'value' ? span.value : [span.value[0], span.value[0] + 1];
}

class PointerLocation implements Location {
  readonly source: Source;
  readonly #at: HasPointer;
  readonly #part: Part;
  #range: Range | undefined;

  constructor(source: Source, at: HasPointer, part: Part) {
    this.source = source;
    this.#at = at;
    this.#part = part;
  }

  get pointer(): string {
    return this.#at.pointer;
  }

  get range(): Range {
    this.#range ??= this.source.rangeOf(this.pointer, this.#part);
    return this.#range;
  }
}
