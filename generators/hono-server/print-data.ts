import { isArray, isObject, type Json } from '../../core/source/json.ts';
import { braces, brackets } from '../typescript/layout.ts';
import { literal } from '../typescript/literal.ts';
import { propertyKey } from '../typescript/names.ts';

/** A JSON value as a TypeScript expression, broken into lines where it is long. */
export function printData(value: Json, width = 118): string {
  if (isArray(value))
    return brackets(
      value.map((item) => printData(item, width - 2)),
      width,
    );
  if (!isObject(value)) return literal(value);
  const members = Object.entries(value).map(([key, member]) => {
    const name = propertyKey(key);
    return `${name}: ${printData(member, Math.max(width - name.length - 4, 20))}`;
  });
  return braces(members, width);
}
