import type { Token } from '../tokens.ts';
import type { EditKind } from '../trace/edit.ts';

/** What a rule makes of the tokens from `start`, which may lie after the place where it was asked, to `end`. */
export interface Figure {
  readonly kind: EditKind;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Asked at each token; it looks only as far as a number reaches. */
export type FigureRule = (tokens: readonly Token[], index: number) => Figure | undefined;
