import { comment } from '../comment.ts';
import { indent, indentRest } from '../layout.ts';
import { propertyKey } from '../names.ts';
import { flatItem, flatType, inBrackets, lineWidth, needsBracketsInArray } from './flat-type.ts';
import type { Member, TupleItem, TypeNode } from './type-node.ts';

/** Where a text is put, in columns: all that has to be known to break lines as Biome and Prettier do. */
export interface Place {
  /** How far the line is indented. Further lines are printed relative to it. */
  readonly margin: number;
  /** What stands on the line before the text, the margin included. */
  readonly before: number;
  /** What follows the text on its last line. */
  readonly after: number;
}

/** A type that is an alias of its own: `export type Name = …;`. */
export function placeOfAlias(name: string): Place {
  return { margin: 0, before: `export type ${name} = `.length, after: 1 };
}

/**
 * The text of a type. Lines after the first are indented relative to the line that it stands on; a union that takes
 * several lines starts with a line break.
 */
export function layoutType(node: TypeNode, place: Place): string {
  const flat = flatType(node);
  if (flat !== undefined && fits(flat, place)) return flat;
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'object':
      return `{\n${layoutMembers(node.members, node.index, place.margin)}}`;
    case 'array':
      return `readonly ${layoutArray(node.item, place)}`;
    case 'tuple':
      return `readonly [\n${node.items.map((item) => layoutItem(item, place.margin + 2)).join('')}]`;
    case 'union':
      return layoutUnion(node.parts, place);
    case 'intersection':
      return layoutIntersection(node.parts, place);
    case 'generic':
      return `${node.name}<\n${layoutArguments(node.parts, place.margin)}\n>`;
    default:
      return node satisfies never;
  }
}

/** The members between the braces of an interface or a type, two columns in, each line ended. */
export function layoutMembers(members: readonly Member[], index: TypeNode | undefined, margin = 0): string {
  const lines = members.map(({ name, optional, type, description, deprecated }) => {
    const about = comment(description, { indent: margin + 2, deprecated });
    const member = layoutMember(`readonly ${propertyKey(name)}${optional ? '?' : ''}`, type, margin + 2);
    return `${outdent(about, margin)}${indent(member, 2)}`;
  });
  if (index !== undefined) lines.push(indent(layoutMember('readonly [key: string]', index, margin + 2), 2));
  return lines.join('');
}

function layoutMember(key: string, type: TypeNode, margin: number): string {
  const text = layoutType(type, { margin, before: margin + key.length + 2, after: 1 });
  return `${key}:${text.startsWith('\n') ? '' : ' '}${text};\n`;
}

function layoutArray(item: TypeNode, { margin, before, after }: Place): string {
  const brackets = needsBracketsInArray(item);
  const inner = { margin, before: before + 'readonly ('.length, after: after + ')[]'.length };
  return `${inBrackets(layoutType(item, inner), brackets)}[]`;
}

function layoutItem({ kind, type }: TupleItem, margin: number): string {
  const flat = flatItem({ kind, type });
  const place = { margin, before: margin, after: 1 };
  if (flat !== undefined && fits(flat, place)) return `  ${flat},\n`;
  const text = kind === 'rest' ? `...${layoutArray(type, place)}` : layoutType(type, place);
  return `${indent(kind === 'optional' ? `${inBrackets(text, needsBracketsInArray(type))}?` : text, 2)},\n`;
}

function layoutUnion(parts: readonly TypeNode[], place: Place): string {
  const nothing = parts.filter((part) => part.kind === 'word' && part.text === 'null');
  if (parts.length === nothing.length + 1 && parts.some(({ kind }) => kind === 'object')) {
    const after = place.after + ' | null'.length;
    return parts.map((part) => layoutType(part, { ...place, after })).join(' | ');
  }
  const margin = place.margin + 4;
  const texts = parts.map((part, i) => {
    const brackets = part.kind === 'intersection';
    const after = (i === parts.length - 1 ? place.after : 0) + (brackets ? 1 : 0);
    return inBrackets(layoutType(part, { margin, before: margin + (brackets ? 1 : 0), after }), brackets);
  });
  return texts.map((text) => `\n  | ${indentRest(text, 4)}`).join('');
}

function layoutArguments(parts: readonly TypeNode[], margin: number): string {
  return parts.map((part, i) => layoutArgument(part, margin, i === parts.length - 1 ? 0 : 1)).join(',\n');
}

function layoutArgument(node: TypeNode, margin: number, after: number): string {
  const place = { margin: margin + 2, before: margin + 2, after };
  const flat = flatType(node);
  if (flat !== undefined && fits(flat, place)) return `  ${flat}`;
  if (node.kind === 'union') {
    // Its bars stand where any other argument starts.
    const bars = layoutType(node, { ...place, margin });
    if (bars.startsWith('\n')) return bars.slice(1);
  }
  return indent(layoutType(node, place), 2);
}

/** An object stays on the line of its neighbour; two others do not. */
function layoutIntersection(parts: readonly TypeNode[], { margin, before, after }: Place): string {
  let text = '';
  let [column, deeper] = [before, false];
  for (const [i, part] of parts.entries()) {
    const brackets = part.kind === 'union';
    const alone = i > 0 && part.kind !== 'object' && parts[i - 1]?.kind !== 'object';
    if (i > 1 && !alone && (part.kind !== 'object' || parts[i - 1]?.kind !== 'object')) deeper = true;
    const shift = alone || deeper ? 2 : 0;
    const start = (alone ? margin + 2 : column) + (brackets ? 1 : 0);
    const end = (i === parts.length - 1 ? after : ' &'.length) + (brackets ? 1 : 0);
    const place = { margin: margin + shift, before: start, after: end };
    const printed = indentRest(inBrackets(layoutType(part, place), brackets), shift);
    text += i === 0 ? printed : `${alone ? ' &\n  ' : ' & '}${printed}`;
    const line = text.slice(text.lastIndexOf('\n') + 1);
    column = (line === text ? before : margin) + line.length + ' & '.length;
  }
  return text;
}

function fits(text: string, { before, after }: Place): boolean {
  return before + text.length + after <= lineWidth;
}

function outdent(text: string, columns: number): string {
  return columns === 0 ? text : text.replaceAll(new RegExp(`^ {${columns}}`, 'gm'), '');
}
