/** JSON pointer tokens (RFC 6901), unescaped. */
export type Tokens = readonly string[];

export function printPointer(tokens: Tokens): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

export function escapeToken(token: string): string {
  // Nearly no token needs it, and every node of a large document asks.
  if (!token.includes('/') && !token.includes('~')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The tokens of a pointer, or `undefined` when the text is not one. */
export function parsePointer(pointer: string): Tokens | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
