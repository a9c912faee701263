import { processText } from '../../src/text/process-text.ts';
import { lines } from './pairs.ts';

interface Expected {
  readonly patternId: string;
  readonly start: number;
  readonly end: number;
}

interface Marked {
  readonly text: string;
  readonly expected: readonly Expected[];
}

/** `gọi {phone-number:0912 345 678} nhé` is a text and what has to be found in it. */
export function readMarked(line: string): Marked {
  let text = '';
  const expected: Expected[] = [];
  for (const [part, patternId, data = ''] of line.matchAll(/\{([a-z-]+):([^}]*)\}|[^{]+/g)) {
    const start = text.length;
    text += patternId === undefined ? part : data;
    if (patternId !== undefined) expected.push({ patternId, start, end: text.length });
  }
  return { text, expected };
}

export interface Score {
  readonly expected: number;
  /** Found whole, by the pattern that was named. */
  readonly found: number;
  readonly missed: readonly string[];
  /** Redacted where nothing personal stands. */
  readonly wrong: readonly string[];
  /** Ordinary sentences in which something was found. */
  readonly touched: readonly string[];
  readonly ordinary: number;
}

const redactOnly = { tones: false, diacritics: false, figures: false, punctuation: false };

function redactionsIn(text: string): Expected[] {
  return processText(text, redactOnly).traced.changes.flatMap(({ patternId, sourceStart, sourceEnd }) =>
    patternId === undefined ? [] : [{ patternId, start: sourceStart, end: sourceEnd }],
  );
}

/** Recall and false positives on the hand-written sentences. */
export function scorePersonalData(): Score {
  const missed: string[] = [];
  const wrong: string[] = [];
  let all = 0;
  for (const line of lines('pii-yes')) {
    const { text, expected } = readMarked(line);
    const redactions = redactionsIn(text);
    all += expected.length;
    const isSame = (a: Expected) => (b: Expected) =>
      a.patternId === b.patternId && a.start <= b.start && a.end >= b.end;
    for (const one of expected) {
      if (!redactions.some((found) => isSame(found)(one))) missed.push(`${one.patternId} in: ${text}`);
    }
    for (const found of redactions) {
      const isPersonal = expected.some(({ start, end }) => found.start < end && found.end > start);
      if (!isPersonal) wrong.push(`${found.patternId} in: ${text}`);
    }
  }
  const ordinary = lines('pii-no');
  const touched = ordinary.flatMap((text) => {
    const [first] = redactionsIn(text);
    return first === undefined ? [] : [`${first.patternId} (${text.slice(first.start, first.end)}) in: ${text}`];
  });
  return { expected: all, found: all - missed.length, missed, wrong, touched, ordinary: ordinary.length };
}
