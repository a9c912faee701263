// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** An `application/x-www-form-urlencoded` text. */
export function formText(value: unknown): string {
  return new URLSearchParams(entriesOf(value).map(([name, item]): [string, string] => [name, asText(item)])).toString();
}

/** Lists become one entry for each item. */
export function entriesOf(value: unknown): Array<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, item]): Array<[string, unknown]> =>
      Array.isArray(item) ? item.map((one): [string, unknown] => [name, one]) : [[name, item]],
  );
}

export function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
