/** PostgreSQL's own answer to such text, given before the text reaches a driver: they fail over it in different ways. */
class UnstorableText extends Error {
  override readonly name = 'UnstorableText';
  /** SQLSTATE `character_not_in_repertoire`. */
  readonly code = '22021';
}

/** The parameters of a statement, refused when text among them holds U+0000, which PostgreSQL cannot store. */
export function storable(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (holdsNul(value)) throw new UnstorableText('Text holds the character U+0000, which cannot be stored.');
    return value;
  });
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return Array.isArray(value) && value.some(holdsNul);
}
