import { comment } from '../comment.ts';
import { indent, indentRest } from '../layout.ts';
import { propertyKey } from '../names.ts';
import type { Member, TupleItem, TypeNode } from './type-node.ts';

/** Room for a type on one line; what precedes it on the line is not known here. */
const lineWidth = 88;

/** The text of a type. Lines after the first are indented relative to the first. */
export function layoutType(node: TypeNode): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'object':
      return layoutObject(node.members, node.index);
    case 'array':
      return `readonly ${bracketed(node.item, needsBracketsInArray(node.item))}[]`;
    case 'tuple':
      return `readonly [${node.items.map(layoutItem).join(', ')}]`;
    case 'union':
      return layoutUnion(node.parts);
    case 'intersection':
      return node.parts.map((part) => bracketed(part, part.kind === 'union')).join(' & ');
    default:
      return node satisfies never;
  }
}

/** The members between the braces of an interface or a type, two columns in, each line ended. */
export function layoutMembers(members: readonly Member[], index: TypeNode | undefined): string {
  const lines = members.map((member) => {
    const text = indent(layoutMember(member), 2);
    return `${comment(member.description, { indent: 2, deprecated: member.deprecated })}${text}\n`;
  });
  if (index !== undefined) lines.push(`${indent(layoutIndex(index), 2)};\n`);
  return lines.join('');
}

function layoutObject(members: readonly Member[], index: TypeNode | undefined): string {
  const short = members.every(({ description, deprecated }) => !description && !deprecated);
  if (short) {
    const texts = members.map((member) => layoutMember(member).slice(0, -1));
    if (index !== undefined) texts.push(layoutIndex(index));
    const line = texts.length === 0 ? '{}' : `{ ${texts.join('; ')} }`;
    if (line.length <= lineWidth && !line.includes('\n')) return line;
  }
  return `{\n${layoutMembers(members, index)}}`;
}

function layoutMember({ name, optional, type }: Member): string {
  const text = layoutType(type);
  return `readonly ${propertyKey(name)}${optional ? '?' : ''}:${text.startsWith('\n') ? '' : ' '}${text};`;
}

function layoutIndex(index: TypeNode): string {
  const text = layoutType(index);
  return `readonly [key: string]:${text.startsWith('\n') ? '' : ' '}${text}`;
}

function layoutItem({ kind, type }: TupleItem): string {
  if (kind === 'rest') return `...${layoutType({ kind: 'array', item: type }).replace(/^readonly /, '')}`;
  return kind === 'optional' ? `${bracketed(type, needsBracketsInArray(type))}?` : layoutType(type);
}

function layoutUnion(parts: readonly TypeNode[]): string {
  const texts = parts.map((part) => bracketed(part, part.kind === 'intersection'));
  const line = texts.join(' | ');
  if (line.length <= lineWidth && !line.includes('\n')) return line;
  return texts.map((text) => `\n  | ${indentRest(text, 4)}`).join('');
}

function needsBracketsInArray(node: TypeNode): boolean {
  return node.kind === 'union' || node.kind === 'intersection' || node.kind === 'array' || node.kind === 'tuple';
}

function bracketed(node: TypeNode, brackets: boolean): string {
  const text = layoutType(node);
  if (!brackets) return text;
  return text.startsWith('\n') ? `(${text}\n)` : `(${text})`;
}
