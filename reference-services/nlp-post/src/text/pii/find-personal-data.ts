import { type PersonalDataPattern, patterns } from './patterns.ts';
import { scan } from './scan.ts';

export interface Finding {
  readonly pattern: PersonalDataPattern;
  readonly start: number;
  readonly end: number;
}

/** All personal data of the text in its order; of two that overlap, the one whose pattern is tried earlier. */
export function findPersonalData(text: string, ids?: ReadonlySet<string>): Finding[] {
  const scanned = scan(text);
  let found: Finding[] = [];
  for (const pattern of patterns) {
    if (ids !== undefined && !ids.has(pattern.id)) continue;
    for (const find of pattern.finders) {
      const more = Array.from(find(scanned), ({ start, end }) => ({ pattern, start, end }));
      if (more.length > 0) found = withoutOverlaps(found, more);
    }
  }
  return found;
}

/** Both lists are in order, and nothing in `taken` overlaps. */
function withoutOverlaps(taken: readonly Finding[], more: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  let place = 0;
  for (const finding of more) {
    for (let next = taken[place]; next !== undefined && next.end <= finding.start; next = taken[place]) {
      all.push(next);
      place += 1;
    }
    const next = taken[place];
    const last = all.at(-1);
    const isFree =
      (next === undefined || finding.end <= next.start) && (last === undefined || last.end <= finding.start);
    if (isFree && finding.end > finding.start) all.push(finding);
  }
  return [...all, ...taken.slice(place)];
}
