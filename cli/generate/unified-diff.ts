/** One file as it is and as it would be; undefined where there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The change as a unified diff that `git apply` takes; empty when nothing differs. */
export function unifiedDiff({ path, before, after }: FileChange): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const header = [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ ${after === undefined ? '/dev/null' : `b/${path}`}`,
  ];
  return `${[...header, ...hunksOf(editsBetween(old, now)).flatMap(printHunk)].join('\n')}\n`;
}

type Edit = { readonly kind: ' ' | '-' | '+'; readonly line: string };

interface Hunk {
  readonly old: number;
  readonly now: number;
  readonly edits: readonly Edit[];
}

/** A line without a break at its end is another line than the same with one. */
const noBreak = '\n\\ No newline at end of file';

function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop();
  return last === '' || last === undefined ? lines : [...lines, `${last}${noBreak}`];
}

/** What two texts begin and end with alike needs no search. */
function editsBetween(old: readonly string[], now: readonly string[]): Edit[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const same = (line: string): Edit => ({ kind: ' ', line });
  return [
    ...old.slice(0, start).map(same),
    ...shortestEdits(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(same),
  ];
}

/** Texts that have less in common than this are shown as one replaced by the other. */
const mostEdits = 1500;

/** Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. */
function shortestEdits(old: readonly string[], now: readonly string[]): Edit[] {
  const reached: Int32Array[] = [];
  const limit = Math.min(old.length + now.length, mostEdits);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  for (let d = 0; d <= limit; d += 1) {
    reached.push(furthest.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= old.length && x - k >= now.length) return walkBack(old, now, reached);
    }
  }
  return [...old.map((line): Edit => ({ kind: '-', line })), ...now.map((line): Edit => ({ kind: '+', line }))];
}

function walkBack(old: readonly string[], now: readonly string[], reached: readonly Int32Array[]): Edit[] {
  const edits: Edit[] = [];
  let [x, y] = [old.length, now.length];
  for (let d = reached.length - 1; d >= 0; d -= 1) {
    const furthest = reached[d] ?? new Int32Array();
    const k = x - y;
    const down = k === -d || (k !== d && at(furthest, d + k) < at(furthest, d + k + 2));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(furthest, d + 1 + before);
    const fromY = d === 0 ? 0 : fromX - before;
    for (; x > fromX && y > fromY; x -= 1, y -= 1) edits.push({ kind: ' ', line: old[x - 1] ?? '' });
    if (d === 0) break;
    edits.push(down ? { kind: '+', line: now[y - 1] ?? '' } : { kind: '-', line: old[x - 1] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return edits.reverse();
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

const context = 3;

function hunksOf(edits: readonly Edit[]): Hunk[] {
  const changed = edits.flatMap(({ kind }, index) => (kind === ' ' ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last !== undefined && index - last[1] <= 2 * context) last[1] = index;
    else ranges.push([index, index]);
  }
  let [old, now, done] = [1, 1, 0];
  return ranges.map(([from, to]) => {
    const start = Math.max(0, from - context);
    for (; done < start; done += 1) [old, now] = past(edits[done], old, now);
    const hunk = { old, now, edits: edits.slice(start, to + 1 + context) };
    for (; done < start + hunk.edits.length; done += 1) [old, now] = past(edits[done], old, now);
    return hunk;
  });
}

function past(edit: Edit | undefined, old: number, now: number): [number, number] {
  return [old + (edit?.kind === '+' ? 0 : 1), now + (edit?.kind === '-' ? 0 : 1)];
}

function printHunk({ old, now, edits }: Hunk): string[] {
  const count = (kind: '-' | '+') => edits.filter((edit) => edit.kind === ' ' || edit.kind === kind).length;
  const range = (start: number, length: number) => {
    const from = length === 0 ? start - 1 : start;
    return length === 1 ? `${from}` : `${from},${length}`;
  };
  const head = `@@ -${range(old, count('-'))} +${range(now, count('+'))} @@`;
  return [head, ...edits.map(({ kind, line }) => kind + line)];
}
