import {
  collectNames,
  flatType,
  named,
  type TypeContext,
  type TypeNode,
  typeOf,
  unknownType,
} from '../typescript/types/index.ts';
import type { ItemTypes } from '../typescript-client/item-types.ts';
import type { Sequence } from './sequence.ts';

/** `Wrapper<Item>` for the items of a sequence; one that is no short name is declared beside the operation. */
export function itemsType(wrapper: string, { kind, item }: Sequence, context: TypeContext, items: ItemTypes): TypeNode {
  const type = item === undefined ? unknownType : typeOf(item, context);
  const short = kind === 'events' ? items.short(type, 'Event', 'An event') : items.short(type, 'Item', 'An item');
  const names = new Set<string>(wrapper === 'Items' ? [wrapper] : []);
  collectNames(short, names);
  return named(`${wrapper}<${flatType(short) ?? 'unknown'}>`, [...names]);
}
