import type { Edit, EditKind } from './edit.ts';

/** A stretch of the text that differs from the source. Between changes, the text is copied from the source. */
export interface Change {
  readonly kind: EditKind;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly start: number;
  readonly end: number;
  readonly patternId?: string;
}

/** A text that knows where each of its characters comes from. Offsets count UTF-16 units. */
export interface Traced {
  readonly source: string;
  readonly text: string;
  /** In order, without overlaps. */
  readonly changes: readonly Change[];
}

export function traced(source: string): Traced {
  return { source, text: source, changes: [] };
}

/** Applies edits, which are in order and do not overlap. One that touches an earlier change becomes one change with it. */
export function applyEdits(before: Traced, edits: readonly Edit[]): Traced {
  if (edits.length === 0) return before;
  const parts: string[] = [];
  const changes: Change[] = [];
  let length = 0;
  let copied = 0;
  // What has to be added to a place between changes to get its place in the source.
  let drift = 0;
  const append = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const group of groupsOf(before.changes, edits)) {
    append(before.text.slice(copied, group.start));
    const start = length;
    const sourceStart = group.start + drift;
    let place = group.start;
    for (const edit of group.edits) {
      append(before.text.slice(place, edit.start));
      append(edit.replacement);
      place = edit.end;
    }
    append(before.text.slice(place, group.end));
    const last = group.changes.at(-1);
    if (last !== undefined) drift = last.sourceEnd - last.end;
    const { kind, patternId } = strongest([...group.changes, ...group.edits]);
    changes.push({
      ...{ kind, sourceStart, sourceEnd: group.end + drift, start, end: length },
      ...(patternId !== undefined && { patternId }),
    });
    copied = group.end;
  }
  append(before.text.slice(copied));
  return { source: before.source, text: parts.join(''), changes };
}

interface Group {
  readonly start: number;
  end: number;
  readonly changes: Change[];
  readonly edits: Edit[];
}

/** Changes and edits that touch each other, in the order of the text. */
function* groupsOf(changes: readonly Change[], edits: readonly Edit[]): Generator<Group> {
  let group: Group | undefined;
  let c = 0;
  let e = 0;
  for (;;) {
    const change = changes[c];
    const edit = edits[e];
    const takesEdit = edit !== undefined && (change === undefined || comesFirst(edit, change));
    const next = takesEdit ? edit : change;
    if (next === undefined) break;
    if (group === undefined || !touches(group, next)) {
      if (group !== undefined) yield group;
      group = { start: next.start, end: next.end, changes: [], edits: [] };
    }
    group.end = Math.max(group.end, next.end);
    if (takesEdit) {
      group.edits.push(edit);
      e += 1;
    } else if (change !== undefined) {
      group.changes.push(change);
      c += 1;
    }
  }
  if (group !== undefined) yield group;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An insertion before a change stands before it, and one at its end after it. */
function comesFirst(edit: Stretch, change: Stretch): boolean {
  if (edit.start !== change.start) return edit.start < change.start;
  return edit.end === edit.start || change.end > change.start;
}

/** What only borders on the group stays apart. */
function touches(group: Stretch, next: Stretch): boolean {
  return next.start < group.end;
}

/** When several things were done to one place, it is called by what changed its meaning most. */
const ranks: readonly EditKind[] = [
  ...(['redaction', 'date', 'time', 'money', 'unit', 'number'] as const),
  ...(['diacritic', 'tone', 'capital', 'punctuation'] as const),
];

function strongest(all: readonly (Change | Edit)[]): Pick<Change, 'kind' | 'patternId'> {
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return only;
  for (const kind of ranks) {
    const found = all.find((one) => one.kind === kind);
    if (found !== undefined) return found;
  }
  throw new Error('A group has at least one change or edit.');
}
