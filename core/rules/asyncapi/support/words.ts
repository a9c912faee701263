/** `"a", "b" and "c"` */
export function quoteList(items: readonly string[]): string {
  const quoted = items.map((item) => JSON.stringify(item));
  const last = quoted.pop();
  if (last === undefined) return 'none';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
