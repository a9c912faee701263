/** A Python type before it is printed. */
export type TypeNode =
  /** A built-in, or a name from a module. */
  | { readonly kind: 'name'; readonly text: string; readonly from?: string }
  /** A class or alias of the contract. */
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'generic'; readonly base: TypeNode; readonly args: readonly TypeNode[] }
  /** Printed values. */
  | { readonly kind: 'literal'; readonly values: readonly string[] }
  | { readonly kind: 'union'; readonly parts: readonly TypeNode[]; readonly tagged?: Tagged };

/** Which member of a union a value on the wire belongs to. */
export interface Tagged {
  readonly propertyName: string;
  /** In the order of the parts: the values that stand for each. */
  readonly values: readonly (readonly string[])[];
}

export function builtin(text: string): TypeNode {
  return { kind: 'name', text };
}

export function imported(from: string, text: string): TypeNode {
  return { kind: 'name', text, from };
}

export function generic(base: TypeNode, ...args: readonly TypeNode[]): TypeNode {
  return { kind: 'generic', base, args };
}

export const anyType: TypeNode = imported('typing', 'Any');
export const noneType: TypeNode = builtin('None');

export function isName(node: TypeNode, text: string): boolean {
  return node.kind === 'name' && node.text === text;
}

export function listOf(item: TypeNode): TypeNode {
  return generic(builtin('list'), item);
}

export function dictOf(value: TypeNode): TypeNode {
  return generic(builtin('dict'), builtin('str'), value);
}

/** `A | B`: nested unions flattened, duplicates dropped, `None` last; `Any` swallows the rest. */
export function union(parts: readonly TypeNode[]): TypeNode {
  const flat = parts.flatMap((part) => (part.kind === 'union' && part.tagged === undefined ? part.parts : [part]));
  if (flat.some((part) => isName(part, 'Any'))) return anyType;
  const distinct = [...new Map(flat.map((part) => [identity(part), part])).values()];
  const literals = distinct.filter((part) => part.kind === 'literal');
  const rest = distinct.filter((part) => part.kind !== 'literal' && !isName(part, 'None'));
  const values = [...new Set(literals.flatMap((part) => part.values))];
  const ordered: TypeNode[] = [
    ...(values.length > 0 ? [{ kind: 'literal' as const, values }] : []),
    ...rest,
    ...distinct.filter((part) => isName(part, 'None')),
  ];
  const [only] = ordered;
  if (only === undefined) return noneType;
  return ordered.length === 1 ? only : { kind: 'union', parts: ordered };
}

export function optional(node: TypeNode): TypeNode {
  return union([node, noneType]);
}

export function admitsNone(node: TypeNode): boolean {
  return isName(node, 'None') || (node.kind === 'union' && node.parts.some(admitsNone));
}

export function identity(node: TypeNode): string {
  return JSON.stringify(node);
}

/** The classes and aliases that a type mentions. */
export function modelsIn(node: TypeNode): string[] {
  switch (node.kind) {
    case 'model':
      return [node.name];
    case 'generic':
      return node.args.flatMap(modelsIn);
    case 'union':
      return node.parts.flatMap(modelsIn);
    default:
      return [];
  }
}
