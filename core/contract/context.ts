import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { Dialect } from './model.ts';
import type { References } from './references.ts';

/** What a reader of one document works with. */
export interface ReadContext {
  readonly root: Node;
  readonly dialect: Dialect;
  readonly references: References;
  readonly report: (diagnostic: Diagnostic) => void;
}
