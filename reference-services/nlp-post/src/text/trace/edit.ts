/** What is done to a text: what a span of the answer is called, and for personal data the pattern that found it. */
export type EditKind =
  | 'tone'
  | 'diacritic'
  | 'number'
  | 'date'
  | 'time'
  | 'money'
  | 'unit'
  | 'punctuation'
  | 'capital'
  | 'redaction';

/** One change of a text, in UTF-16 offsets of that text; an insertion has an empty place. */
export interface Edit {
  readonly kind: EditKind;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly patternId?: string;
}
