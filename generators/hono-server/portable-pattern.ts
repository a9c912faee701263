/**
 * The pattern in a spelling that compiles with the `u` flag, which JSON Schema and every validator use. Published
 * patterns often escape characters that need no escape, which only the older syntax allows. Undefined: no spelling helps.
 */
export function portablePattern(pattern: string): string | undefined {
  return [pattern, withoutNeedlessEscapes(pattern)].find(compiles);
}

function withoutNeedlessEscapes(pattern: string): string {
  return (
    pattern
      // In `[\w-.]` the hyphen can only mean itself, and `u` wants that said.
      .replaceAll(/(\\[wdsWDS])-(?=[^\]])/g, '$1\\-')
      .replaceAll(/\\([^\w\s])/g, (escaped, character: string) => (needsEscape(character) ? escaped : character))
  );
}

function needsEscape(character: string): boolean {
  return '^$\\.*+?()[]{}|/-'.includes(character);
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
