import { propertyKey } from '../names.ts';
import type { Member, TupleItem, TypeNode } from './type-node.ts';

export const lineWidth = 120;

/** Objects of more than this read better with a member a line; formatters leave that to the author. */
const objectWidth = 88;

/** The text of a type on one line; undefined where it has comments, or where it is longer than any line. */
export function flatType(node: TypeNode): string | undefined {
  if (node.kind === 'word') return node.text.includes('\n') ? undefined : node.text;
  if (known.has(node)) return known.get(node);
  const text = print(node);
  const flat = text !== undefined && text.length <= lineWidth ? text : undefined;
  known.set(node, flat);
  return flat;
}

/** Types are laid out from the outside in, so each is asked for at every level above it. */
const known = new WeakMap<TypeNode, string | undefined>();

function print(node: Exclude<TypeNode, { kind: 'word' }>): string | undefined {
  switch (node.kind) {
    case 'object':
      return flatObject(node.members, node.index);
    case 'array':
      return flatArray(node.item);
    case 'tuple':
      return join(node.items, flatItem, ', ', 'readonly [', ']');
    case 'union':
      return join(node.parts, (part) => bracketed(part, part.kind === 'intersection'), ' | ');
    case 'intersection':
      return join(node.parts, (part) => bracketed(part, part.kind === 'union'), ' & ');
    case 'generic':
      return join(node.parts, flatType, ', ', `${node.name}<`, '>');
    default:
      return node satisfies never;
  }
}

/** An element of a tuple. */
export function flatItem({ kind, type }: TupleItem): string | undefined {
  if (kind === 'required') return flatType(type);
  const text = bracketed(type, needsBracketsInArray(type));
  if (text === undefined) return undefined;
  return kind === 'rest' ? `...${text}[]` : `${text}?`;
}

export function needsBracketsInArray({ kind }: TypeNode): boolean {
  return kind === 'union' || kind === 'intersection' || kind === 'array' || kind === 'tuple';
}

/** In parentheses, the closing one on a line of its own if the text starts with a line break. */
export function inBrackets(text: string, brackets: boolean): string {
  if (!brackets) return text;
  return text.startsWith('\n') ? `(${text}\n)` : `(${text})`;
}

function flatArray(item: TypeNode): string | undefined {
  const text = bracketed(item, needsBracketsInArray(item));
  return text === undefined ? undefined : `readonly ${text}[]`;
}

function flatObject(members: readonly Member[], index: TypeNode | undefined): string | undefined {
  if (members.length === 0 && index === undefined) return '{}';
  const all = index === undefined ? members : [...members, index];
  const line = join(all, (member) => ('kind' in member ? flatIndex(member) : flatMember(member)), '; ', '{ ', ' }');
  return line !== undefined && line.length <= objectWidth ? line : undefined;
}

function flatMember({ name, optional, type, description, deprecated }: Member): string | undefined {
  if (description || deprecated) return undefined;
  const text = flatType(type);
  return text === undefined ? undefined : `readonly ${propertyKey(name)}${optional ? '?' : ''}: ${text}`;
}

function flatIndex(index: TypeNode): string | undefined {
  const text = flatType(index);
  return text === undefined ? undefined : `readonly [key: string]: ${text}`;
}

function bracketed(node: TypeNode, brackets: boolean): string | undefined {
  const text = flatType(node);
  return text === undefined ? undefined : inBrackets(text, brackets);
}

/** Stops at the first part without a text, and where the line is full. */
function join<Part>(
  parts: readonly Part[],
  textOf: (part: Part) => string | undefined,
  separator: string,
  start = '',
  end = '',
): string | undefined {
  let line = start;
  for (const [i, part] of parts.entries()) {
    const text = textOf(part);
    if (text === undefined || line.length > lineWidth) return undefined;
    line += i === 0 ? text : `${separator}${text}`;
  }
  return line + end;
}
