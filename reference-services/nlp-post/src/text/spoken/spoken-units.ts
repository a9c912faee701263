import { type Phrase, Phrases } from '../phrases.ts';
import type { Token } from '../tokens.ts';

/** Symbols as tokens write them, with what they are read out as. */
const symbols = new Phrases<string>([
  ...([
    ['%', 'phần trăm'],
    ['‰', 'phần nghìn'],
    ['° c', 'độ xê'],
    ['° f', 'độ ép'],
    ['°', 'độ'],
  ] as const),
  ...([
    ['km', 'ki lô mét'],
    ['km ²', 'ki lô mét vuông'],
    ['km / h', 'ki lô mét trên giờ'],
    ['m', 'mét'],
  ] as const),
  ...([
    ['m ²', 'mét vuông'],
    ['m ³', 'mét khối'],
    ['cm', 'xăng ti mét'],
    ['mm', 'mi li mét'],
  ] as const),
  ...([
    ['kg', 'ki lô gam'],
    ['g', 'gam'],
    ['mg', 'mi li gam'],
    ['ml', 'mi li lít'],
    ['ha', 'héc ta'],
  ] as const),
  ...([
    ['kw', 'ki lô oát'],
    ['kwh', 'ki lô oát giờ'],
    ['mb', 'mê ga bai'],
    ['gb', 'gi ga bai'],
  ] as const),
  ...([
    ['đ', 'đồng'],
    ['vnd', 'đồng'],
    ['vnđ', 'đồng'],
    ['usd', 'đô la mỹ'],
    ['$', 'đô la'],
    ['€', 'euro'],
  ] as const),
]);

export function spokenUnitAt(tokens: readonly Token[], index: number): Phrase<string> | undefined {
  return symbols.at(tokens, index);
}
