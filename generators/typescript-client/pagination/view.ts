import type { View } from '../../render.ts';
import { comment } from '../../typescript/comment.ts';
import { type NameScope, typeName } from '../../typescript/names.ts';
import { flatType } from '../../typescript/types/flat-type.ts';
import { collectNames, type TypeContext, typeOf, unknownType } from '../../typescript/types/index.ts';
import type { ItemTypes } from '../item-types.ts';
import { type CallShape, pagesSignature } from '../signatures.ts';
import type { Pages } from './pages.ts';

export interface PagesSource {
  readonly scope: NameScope;
  readonly items: ItemTypes;
  readonly context: TypeContext;
}

export interface PagesView {
  /** For the part of `operations.hbs` about pages. */
  readonly view: View;
  /** The names that it takes from elsewhere. */
  readonly uses: ReadonlySet<string>;
}

/** The iterator over all pages of an operation. */
export function viewPages({ item }: Pages, shape: CallShape, { scope, items, context }: PagesSource): PagesView {
  const { call, result } = shape.names;
  const iterate = scope.unique(`paginate${typeName(call)}`);
  const type = scope.unique(`${typeName(call)}Pages`);
  const element = items.short(item === undefined ? unknownType : typeOf(item, context), 'Item', 'An item');
  const uses = new Set(['Paginated', 'paginate', 'SuccessOf']);
  collectNames(element, uses);
  const about = `Every item of \`${call}\`, page by page as they are asked for.`;
  const line = `export type ${type} = Paginated<${flatType(element) ?? 'unknown'}, SuccessOf<${result}>>;`;
  return {
    uses,
    view: {
      declaration:
        line.length <= 120
          ? line
          : `${line.replace(/Paginated<(.*), (SuccessOf<.*>)>;$/, 'Paginated<\n  $1,\n  $2\n>;')}`,
      about: comment(about),
      signature: pagesSignature(iterate, type, shape),
    },
  };
}
