import { CHOMPING_MODE, EVENT_ID, type Event, type MappingEvent, type ScalarEvent } from 'js-yaml';

const absent = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 } as const;
const cutOut = { chomping: CHOMPING_MODE.CLIP, indent: -1, fast: true } as const;

/**
 * The parser's events, kept until somebody asks for a position. As objects they take as much memory as all that is read
 * from them, and most are alike: those are columns of numbers here, and only the others stay objects.
 */
export class EventTable {
  readonly length: number;
  readonly #types: Uint8Array;
  readonly #styles: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #others = new Map<number, Event>();

  constructor(events: readonly Event[]) {
    this.length = events.length;
    this.#types = new Uint8Array(events.length);
    this.#styles = new Uint8Array(events.length);
    this.#starts = new Int32Array(events.length);
    this.#ends = new Int32Array(events.length);
    for (let i = 0; i < events.length; i++) this.#add(events[i] as Event, i);
  }

  typeAt(i: number): Event['type'] | undefined {
    // What #add wrote there; 0 beyond the end.
    return (this.#types[i] || undefined) as Event['type'] | undefined;
  }

  at(i: number): Event | undefined {
    const other = this.#others.get(i);
    if (other !== undefined) return other;
    const [type, style, start = 0, end = 0] = [this.typeAt(i), this.#styles[i], this.#starts[i], this.#ends[i]];
    if (type === EVENT_ID.POP) return { type };
    // The styles are those that #add took from events of the same types.
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) {
      return { type, start, ...absent, style: style as MappingEvent['style'] };
    }
    if (type !== EVENT_ID.SCALAR) return undefined;
    return { type, valueStart: start, valueEnd: end, ...absent, style: style as ScalarEvent['style'], ...cutOut };
  }

  /** Where the name of each anchor stands that is set, by the event that carries it. */
  *anchors(): Iterable<readonly [at: number, start: number, end: number]> {
    for (const [i, event] of this.#others) {
      if ('tagStart' in event && event.anchorStart >= 0) yield [i, event.anchorStart, event.anchorEnd];
    }
  }

  #add(event: Event, i: number): void {
    this.#types[i] = event.type;
    if (event.type === EVENT_ID.POP) return;
    if (!isCommon(event)) {
      this.#others.set(i, event);
      return;
    }
    this.#styles[i] = event.style;
    this.#starts[i] = 'start' in event ? event.start : event.valueStart;
    this.#ends[i] = 'start' in event ? 0 : event.valueEnd;
  }
}

type Common = Extract<Event, { readonly style: number }>;

/** No anchor, no tag, and a text that can be cut out as it stands. */
function isCommon(event: Event): event is Common {
  if (!('style' in event) || event.anchorStart >= 0 || event.tagStart >= 0) return false;
  return event.type !== EVENT_ID.SCALAR || (event.fast && event.indent === -1 && event.chomping === CHOMPING_MODE.CLIP);
}
