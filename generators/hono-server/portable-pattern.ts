/**
 * The pattern in a spelling that compiles with the `u` flag, which JSON Schema and every validator use. Published
 * patterns often escape characters that need no escape, which only the older syntax allows. Undefined: no spelling helps.
 */
export function portablePattern(pattern: string): string | undefined {
  return [pattern, withoutNeedlessEscapes(pattern)].find(compiles);
}

function withoutNeedlessEscapes(pattern: string): string {
  let inClass = false;
  // In `[\w-.]` the hyphen can only mean itself, and `u` wants that said.
  const spelt = pattern.replaceAll(/(\\[wdsWDS])-(?=[^\]])/g, '$1\\-');
  return spelt.replaceAll(/\\(.)|[[\]]/gs, (token, escaped: string | undefined) => {
    if (escaped === undefined) inClass = token === '[';
    else if (/[^\w\s]/.test(escaped) && !needsEscape(escaped, inClass)) return escaped;
    return token;
  });
}

function needsEscape(character: string, inClass: boolean): boolean {
  return '^$\\.*+?()[]{}|/'.includes(character) || (character === '-' && inClass);
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
