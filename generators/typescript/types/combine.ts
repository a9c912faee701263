import { isOpenObject, isWord, neverType, type TypeNode, unknownType } from './type-node.ts';

/** `A | B`: nested unions flattened, duplicates and `never` dropped; `unknown` swallows the rest. */
export function union(parts: readonly TypeNode[]): TypeNode {
  const flat = parts.flatMap((part) => (part.kind === 'union' ? part.parts : [part]));
  if (flat.some((part) => isWord(part, 'unknown'))) return unknownType;
  const distinct = withoutDuplicates(flat.filter((part) => !isWord(part, 'never')));
  const [only] = distinct;
  if (only === undefined) return neverType;
  return distinct.length === 1 ? only : { kind: 'union', parts: distinct };
}

/** `A & B`: nested intersections flattened, duplicates and `unknown` dropped, inline objects merged. */
export function intersection(parts: readonly TypeNode[]): TypeNode {
  const flat = parts.flatMap((part) => (part.kind === 'intersection' ? part.parts : [part]));
  if (flat.some((part) => isWord(part, 'never'))) return neverType;
  const telling = flat.filter((part) => !isWord(part, 'unknown'));
  // "Some object" adds nothing to a part that says which.
  const precise = telling.filter((part) => !isOpenObject(part));
  const distinct = withoutDuplicates(mergeObjects(precise.length > 0 ? precise : telling));
  const [only] = distinct;
  if (only === undefined) return unknownType;
  return distinct.length === 1 ? only : { kind: 'intersection', parts: distinct };
}

/** `{ a } & { b }` is `{ a; b }` as long as no name stands in both and neither has an index signature. */
function mergeObjects(parts: readonly TypeNode[]): TypeNode[] {
  const merged: TypeNode[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    if (part.kind !== 'object' || previous?.kind !== 'object' || part.index || previous.index) {
      merged.push(part);
      continue;
    }
    const names = new Set(previous.members.map(({ name }) => name));
    if (part.members.some(({ name }) => names.has(name))) merged.push(part);
    else merged[merged.length - 1] = { ...previous, members: [...previous.members, ...part.members] };
  }
  return merged;
}

function withoutDuplicates(parts: readonly TypeNode[]): readonly TypeNode[] {
  if (parts.length < 2) return parts;
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = part.kind === 'word' ? part.text : JSON.stringify(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
