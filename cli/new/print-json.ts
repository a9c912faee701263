import { isArray, isObject, type Json } from '../../core/source/json.ts';

/** JSON as the formatter has it: lists of plain values on one line where they fit. Ends with a line break. */
export function printJson(value: Json): string {
  return `${print(value, '')}\n`;
}

function print(value: Json, margin: string): string {
  const inner = `${margin}  `;
  if (isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (value.every((item) => !isArray(item) && !isObject(item)) && line.length + inner.length < 100) return line;
    return `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${margin}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${margin}}`;
}
