import type { Change, Traced } from './traced.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where places of the text lie in the source; a place that touches a change takes all of it in. Places come in order and do
 * not overlap; those that come to touch the same change are left to the caller to join.
 */
export function toSource<P extends Place>({ changes }: Traced, places: readonly P[]): P[] {
  let next = 0;
  let drift = 0;
  const skipTo = (offset: number): Change | undefined => {
    for (let change = changes[next]; change !== undefined && change.end <= offset; change = changes[next]) {
      drift = change.sourceEnd - change.end;
      next += 1;
    }
    return changes[next];
  };
  return places.map((place) => {
    const first = skipTo(place.start);
    const start = first !== undefined && first.start <= place.start ? first.sourceStart : place.start + drift;
    let end = place.end + drift;
    // The change at the end is looked at, not skipped: the next place may touch it too.
    for (let index = next; index < changes.length; index += 1) {
      const change = changes[index];
      if (change === undefined || change.start >= place.end) break;
      end = Math.max(change.sourceEnd, place.end + change.sourceEnd - change.end);
      if (change.end > place.end) end = change.sourceEnd;
    }
    return { ...place, start, end };
  });
}

/** Places of the source, in the text; one that touches a change takes all of it in. */
export function fromSource<P extends Place>({ source, text, changes }: Traced, places: readonly P[]): P[] {
  const mirrored = changes.map(({ kind, sourceStart, sourceEnd, start, end }) => {
    return { kind, sourceStart: start, sourceEnd: end, start: sourceStart, end: sourceEnd };
  });
  return toSource({ source: text, text: source, changes: mirrored }, places);
}
