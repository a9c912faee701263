import type { ProcessResult, Redaction, TextSpan } from '../generated/types.ts';
import type { Processed } from './text/process-text.ts';
import { codePointsOf } from './text/trace/code-points.ts';

/** What the contract allows in one answer. */
const most = { spans: 100_000, sentences: 20_000, redactions: 10_000 };

/** The answer of the contract, with all places in code points. */
export function resultOf({ traced, sentences }: Processed, language: string): ProcessResult | 'too-much' {
  const { source, text, changes } = traced;
  const [inSource, inText] = [codePointsOf(source), codePointsOf(text)];
  const spans: TextSpan[] = [];
  const redactions: Redaction[] = [];
  for (const { kind, patternId, sourceStart, sourceEnd, start, end } of changes) {
    const place = {
      ...{ sourceStart: inSource(sourceStart), sourceEnd: inSource(sourceEnd), start: inText(start), end: inText(end) },
      replacement: text.slice(start, end),
    };
    if (patternId !== undefined) redactions.push({ patternId, ...place });
    else if (kind !== 'redaction') spans.push({ kind, ...place });
  }
  const isTooMuch =
    spans.length > most.spans || sentences.length > most.sentences || redactions.length > most.redactions;
  if (isTooMuch) return 'too-much';
  return {
    text,
    language,
    offsetUnit: 'code-point',
    spans,
    sentences: sentences.map(({ start, end }) => {
      return { text: text.slice(start, end), start: inText(start), end: inText(end) };
    }),
    redactions,
  };
}
