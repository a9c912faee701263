// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** How a body of a media type is read and written. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** Decided by the type that the contract declares, so that the kind is known when the code is generated. */
export function bodyKindOf(mediaType: string): BodyKind {
  const essence = essenceOf(mediaType);
  if (essence === 'application/json' || essence.endsWith('+json')) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence.startsWith('multipart/')) return essence === 'multipart/form-data' ? 'multipart' : 'binary';
  if (essence === 'text/event-stream') return 'binary';
  if (essence.startsWith('text/') || essence === 'application/xml' || essence.endsWith('+xml')) return 'text';
  return 'binary';
}

/** The kind of declared content: ranges and rare types take theirs from the schema. */
export function kindOfContent({ type, kind }: { readonly type: string; readonly kind?: BodyKind }): BodyKind {
  return kind ?? bodyKindOf(type);
}

/** `Text/HTML; charset=utf-8` is `text/html`. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

export function charsetOf(mediaType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(mediaType)?.[1]?.toLowerCase();
}

/** The entry whose type or range fits best: exact before `text/*` before the range of everything. */
export function bestMatch<T extends { readonly type: string }>(actual: string, declared: readonly T[]): T | undefined {
  const essence = essenceOf(actual);
  const family = `${essence.split('/', 1)[0]}/*`;
  const byType = (type: string) => declared.find((entry) => essenceOf(entry.type) === type);
  return byType(essence) ?? byType(family) ?? byType('*/*');
}

export function isRange(mediaType: string): boolean {
  return essenceOf(mediaType).includes('*');
}
