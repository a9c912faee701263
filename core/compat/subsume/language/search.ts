import { derive, headsOf } from './derive.ts';
import { nullable, type Term, type Terms } from './term.ts';

export interface Found {
  /** Short texts of the language; none when it is empty or the search was cut off. */
  readonly texts: readonly string[];
  /** True when `texts` is all there is. */
  readonly complete: boolean;
}

interface State {
  readonly term: Term;
  readonly before: State | undefined;
  readonly character: number;
}

/** Looks for a shortest text of a language, breadth first through its derivatives. */
export function search(start: Term, terms: Terms, steps: number): Found {
  const seen = new Set<Term>([start]);
  const queue: State[] = [{ term: start, before: undefined, character: -1 }];
  let left = steps;
  const classes = new Map<string, readonly number[]>();
  // The queue grows while it is read.
  for (const state of queue) {
    if (nullable(state.term)) return { texts: [textOf(state)], complete: false };
    if (state.term.kind === 'none') continue;
    const heads = headsOf(state.term);
    const key = [...heads].map(({ id }) => id).join();
    const characters = classes.get(key) ?? representatives(heads);
    classes.set(key, characters);
    for (const character of characters) {
      if (left-- <= 0) return { texts: [], complete: false };
      const next = derive(state.term, character, terms);
      if (next.kind === 'none' || seen.has(next)) continue;
      seen.add(next);
      queue.push({ term: next, before: state, character });
    }
  }
  return { texts: [], complete: true };
}

/** One character of each class that the sets tell apart, letters and digits where the class has any. */
function representatives(heads: ReadonlySet<Extract<Term, { kind: 'characters' }>>): readonly number[] {
  const sets = [...heads].map(({ ranges }) => ranges);
  const starts = new Set([0, 0xe000]);
  for (const { min, max } of sets.flat()) starts.add(min).add(max === 0xd7ff ? 0xe000 : max + 1);
  const sorted = [...starts].filter((start) => start <= 0x10ffff).sort((a, b) => a - b);
  const best = new Map<string, number>();
  const cursors = sets.map(() => 0);
  sorted.forEach((start, i) => {
    const signature = sets.map((ranges, j) => {
      let at = cursors[j] ?? 0;
      for (let range = ranges[at]; range !== undefined && range.max < start; range = ranges[at]) at++;
      cursors[j] = at;
      const range = ranges[at];
      return range !== undefined && range.min <= start ? '1' : '0';
    });
    const candidate = readable(start, endOf(start, sorted[i + 1]));
    const key = signature.join('');
    const before = best.get(key);
    if (before === undefined || rank(candidate) < rank(before)) best.set(key, candidate);
  });
  return [...best.values()].sort((a, b) => rank(a) - rank(b));
}

function endOf(start: number, next: number | undefined): number {
  if (next === undefined) return 0x10ffff;
  return start < 0xd800 && next > 0xd800 ? 0xd7ff : next - 1;
}

const favourites = [...'axA0 -_./@:,'].map((character) => character.codePointAt(0) ?? 0);

function readable(min: number, max: number): number {
  const favourite = favourites.find((character) => min <= character && character <= max);
  if (favourite !== undefined) return favourite;
  if (min < 0x20 && max > 0x20) return 0x21;
  return min;
}

function rank(character: number): number {
  const favourite = favourites.indexOf(character);
  if (favourite >= 0) return favourite;
  if (character > 0x20 && character < 0x7f) return 100 + character;
  return 1000 + character;
}

function textOf(state: State): string {
  const characters: string[] = [];
  for (let at: State | undefined = state; at?.before !== undefined; at = at.before) {
    characters.push(String.fromCodePoint(at.character));
  }
  return characters.reverse().join('');
}
