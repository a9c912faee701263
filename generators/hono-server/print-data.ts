import { isArray, isObject, type Json } from '../../core/source/json.ts';
import { braces, brackets, indentRest } from '../typescript/layout.ts';
import { literal } from '../typescript/literal.ts';
import { propertyKey } from '../typescript/names.ts';

/** `key: value` as a member of an object literal that stands `columns` to the right, broken into lines where it is long. */
export function printDataMember(key: string, value: Json, columns: number): string {
  const name = propertyKey(key);
  return indentRest(`${name}: ${printData(value, 118 - columns - name.length)}`, columns);
}

/** A JSON value as a TypeScript expression. */
export function printData(value: Json, width = 118): string {
  if (isArray(value)) {
    const items = value.map((item) => printData(item, width - 2));
    return brackets(items, width);
  }
  if (!isObject(value)) return literal(value);
  const members = Object.entries(value).map(([key, member]) => {
    const name = propertyKey(key);
    return `${name}: ${printData(member, Math.max(width - name.length - 4, 20))}`;
  });
  return braces(members, width);
}
