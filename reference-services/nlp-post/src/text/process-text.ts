import { repairDiacritics } from './diacritics.ts';
import { writeFigures } from './figures/figures.ts';
import { findPersonalData } from './pii/find-personal-data.ts';
import type { Pause } from './punctuation/breaks.ts';
import { capitaliseNames, capitaliseSentences } from './punctuation/capitalise.ts';
import { punctuate } from './punctuation/punctuate.ts';
import { sentencesOf } from './sentences.ts';
import { type Token, tokensOf } from './tokens.ts';
import { moveTones } from './tones.ts';
import type { Edit } from './trace/edit.ts';
import { fromSource, type Place, toSource } from './trace/project.ts';
import { applyEdits, type Traced, traced } from './trace/traced.ts';

/** The version of the rules: another one may give another text. */
export const rulesVersion = '1.1.0';

export interface Steps {
  readonly tones?: boolean | undefined;
  readonly diacritics?: boolean | undefined;
  readonly figures?: boolean | undefined;
  readonly punctuation?: boolean | undefined;
  readonly redact?: boolean | undefined;
  readonly patternIds?: readonly string[] | undefined;
}

export interface Heard {
  /** Where the speaker paused, in UTF-16 offsets of the text in NFC, in order. */
  readonly pauses?: readonly Pause[];
}

export interface Processed {
  readonly traced: Traced;
  readonly sentences: readonly Place[];
}

/** Makes a recognised text readable and safe to keep. The source that places refer to is the text in NFC. */
export function processText(text: string, steps: Steps = {}, { pauses = [] }: Heard = {}): Processed {
  const { tones = true, diacritics = true, figures = true, punctuation = true, redact = true, patternIds } = steps;
  let current = traced(text.normalize('NFC'));
  let tokens = tokensOf(current.text);
  const become = (next: Traced): void => {
    if (next.text !== current.text) tokens = tokensOf(next.text);
    current = next;
  };
  const isCased = hasCapitals(tokens);
  const take = (step: (tokens: readonly Token[]) => Edit[]): void => become(applyEdits(current, step(tokens)));
  if (tones) take(moveTones);
  if (diacritics) take(repairDiacritics);
  const withFigures = applyEdits(current, writeFigures(tokens));
  const found = redact ? redactionsOf(withFigures, current, figures, patternIds) : [];
  become(applyEdits(figures ? withFigures : current, found));
  if (punctuation) {
    const heard = placesOfPauses(current, pauses);
    if (!isCased) take(capitaliseNames);
    take((those) => punctuate(those, heard));
    take(capitaliseSentences);
  }
  return { traced: current, sentences: sentencesOf(current.text) };
}

/**
 * Personal data is looked for in figures, also when the text keeps its words: digits that are read out are as telling as
 * those that are written. Each place is one whole piece of the text that it is cut from.
 */
function redactionsOf(
  withFigures: Traced,
  plain: Traced,
  figures: boolean,
  ids: readonly string[] | undefined,
): Edit[] {
  const found = findPersonalData(withFigures.text, ids === undefined ? undefined : new Set(ids));
  const inSource = toSource(withFigures, found);
  const places = fromSource(figures ? withFigures : plain, inSource);
  const edits: Edit[] = [];
  for (const { pattern, start, end } of places) {
    const last = edits.at(-1);
    // Two pieces of one number that was spoken in one breath are one.
    if (last !== undefined && start < last.end) continue;
    edits.push({ kind: 'redaction', start, end, replacement: pattern.replacement, patternId: pattern.id });
  }
  return edits;
}

function placesOfPauses(current: Traced, pauses: readonly Pause[]): readonly Pause[] {
  const places = pauses.map(({ offset, seconds }) => ({ start: offset, end: offset, seconds }));
  return fromSource(current, places).map(({ end, seconds }) => ({ offset: end, seconds }));
}

/** Somebody who wrote capitals inside knew where they belong. */
function hasCapitals(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text, lower }, index) => index > 0 && kind === 'word' && text !== lower);
}
