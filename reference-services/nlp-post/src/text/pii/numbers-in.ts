import { type Token, wordAt } from '../tokens.ts';
import { cueBefore, type NumberCue } from './number-cues.ts';
import { type NumberRun, runsFrom } from './number-runs.ts';

/** What may be one number from a group of digits on. */
export interface NumberSeen {
  /** The longest first. */
  readonly runs: readonly NumberRun[];
  /** What the words before it say that it is. */
  readonly said: NumberCue | undefined;
}

/** Shorter numbers name nobody. */
const leastDigits = 4;

/** All that can be a number which names somebody or something: neither an amount nor a part of something else. */
export function numbersIn(tokens: readonly Token[], text: string): NumberSeen[] {
  const seen: NumberSeen[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'digits') continue;
    const runs = runsFrom(tokens, text, index).filter(
      (run) => run.digits.length >= leastDigits && !run.isAmount && !counts(tokens, run) && isStandalone(tokens, run),
    );
    if (runs.length > 0) seen.push({ runs, said: cueBefore(tokens, index) });
  }
  return seen;
}

/** Letters or marks at its sides make it part of something else. */
function isStandalone(tokens: readonly Token[], { firstToken, endToken, start, end }: NumberRun): boolean {
  const [before, after] = [tokens[firstToken - 1], tokens[endToken]];
  const isBegun =
    before !== undefined && before.end === start && (before.kind === 'word' || /[/_@#=&,]/.test(before.text));
  const isContinued =
    after !== undefined && after.start === end && (after.kind === 'word' || /[/_@#=&%]/.test(after.text));
  return !isBegun && !isContinued;
}

const counted = new Set('đồng vnd vnđ usd đô euro triệu tỷ nghìn người lượt đ cổ tấn kwh'.split(' '));

function counts(tokens: readonly Token[], { endToken }: NumberRun): boolean {
  return counted.has(wordAt(tokens, endToken));
}
