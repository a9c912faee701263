import { type Token, tokensOf } from '../tokens.ts';
import type { Place } from '../trace/project.ts';
import { type NumberSeen, numbersIn } from './numbers-in.ts';

/** A text with its tokens and numbers, as the patterns look at it. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberSeen[];
}

export function scan(text: string): Scan {
  const tokens = tokensOf(text);
  return { text, tokens, numbers: numbersIn(tokens, text) };
}

/** Finds personal data of one kind, in time linear in the length of the text. Places come in order. */
export type Finder = (scan: Scan) => Iterable<Place>;

/** The stretch from one token to before another one. */
export function placeOf({ tokens }: Scan, first: number, end: number): Place {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
