import { isArray, isObject, type Json } from '../../core/source/json.ts';
import { indentRest } from '../typescript/layout.ts';
import { literal } from '../typescript/literal.ts';
import { propertyKey } from '../typescript/names.ts';

/** Where lines end, as the formatter has it; the last column is for the comma or semicolon that follows a value. */
const lineWidth = 119;

/** `key: value` as a member of an object literal that stands `columns` to the right, laid out as the formatter does. */
export function printDataMember(key: string, value: Json, columns: number): string {
  return indentRest(printMember(propertyKey(key), value, columns), columns);
}

/**
 * A JSON value as a TypeScript expression, laid out as the formatter does: `width` is the room on its first line, and the
 * line starts `columns` to the right. Lines after the first are indented relative to the first.
 */
export function printData(value: Json, width = lineWidth, columns = 0): string {
  if (isArray(value)) return printList(value, width, columns);
  if (!isObject(value)) return literal(value);
  const line = onOneLine(value, width);
  if (line !== undefined) return line;
  const members = Object.entries(value).map(([key, member]) => printMember(propertyKey(key), member, columns + 2));
  return `{\n${members.map((member) => `  ${indentRest(member, 2)},\n`).join('')}}`;
}

function printMember(name: string, value: Json, columns: number): string {
  const room = lineWidth - columns - name.length - 2;
  // A long text moves below its name, unless the name is so short that nothing would be won.
  if (typeof value === 'string' && name.length > 4 && literal(value).length > room)
    return `${name}:\n  ${literal(value)}`;
  return `${name}: ${printData(value, room, columns)}`;
}

function printList(items: readonly Json[], width: number, columns: number): string {
  const line = onOneLine(items, width);
  if (line !== undefined) return line;
  if (items.every((item) => typeof item === 'number')) return printNumbers(items, lineWidth - columns - 2);
  const room = lineWidth - columns - 2;
  const lines = items.map((item) => `  ${indentRest(printData(item, room, columns + 2), 2)},\n`);
  return `[\n${lines.join('')}]`;
}

/** Numbers fill their lines. */
function printNumbers(items: readonly Json[], width: number): string {
  const rows: string[] = [];
  for (const text of items.map((item) => `${literal(item)},`)) {
    const row = rows.at(-1);
    if (row === undefined || row.length + 1 + text.length > width + 1) rows.push(text);
    else rows[rows.length - 1] = `${row} ${text}`;
  }
  return `[\n${rows.map((row) => `  ${row}\n`).join('')}]`;
}

/** The value without line breaks; undefined where it is wider than the room or has to be broken anyway. */
function onOneLine(value: Json, room: number): string | undefined {
  const text = flat(value, room);
  return text !== undefined && text.length <= room ? text : undefined;
}

function flat(value: Json, room: number): string | undefined {
  if (!isArray(value) && !isObject(value)) return literal(value);
  if (isArray(value) && isBrokenAlways(value)) return undefined;
  const texts: string[] = [];
  let left = room;
  for (const [key, member] of Object.entries(value)) {
    const name = isArray(value) ? '' : `${propertyKey(key)}: `;
    const text = left < 0 ? undefined : flat(member, left);
    if (text === undefined) return undefined;
    texts.push(name + text);
    left -= name.length + text.length + 2;
  }
  if (isArray(value)) return `[${texts.join(', ')}]`;
  return texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
}

/** Several objects of several members stand below each other, and so do several lists of several items. */
function isBrokenAlways(items: readonly Json[]): boolean {
  if (items.length < 2) return false;
  return (
    items.every((item) => isArray(item) && item.length > 1) ||
    items.every((item) => isObject(item) && Object.keys(item).length > 1)
  );
}
