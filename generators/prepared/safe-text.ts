/**
 * Prose from a contract as other people's emitters may have it, in a comment or a string of whatever language: one that
 * can end neither, and that no template engine takes for its own.
 */
export function safeProse(text: string | undefined): string | undefined {
  const safe = text
    ?.replaceAll(/\r\n|[\r\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll('`', "'")
    .replaceAll('"""', "'''")
    .replaceAll('\\', '/')
    .replaceAll(/\*\/|\/\*|\$\{|\{\{|\}\}|<%|%>|<!--|-->|#\{/g, (mark) => `${mark.charAt(0)} ${mark.slice(1)}`)
    .trim();
  return safe === '' ? undefined : safe;
}

/**
 * True for a text that nothing needs to escape: it can end no literal and no comment, and starts no interpolation. What is
 * sent on the wire cannot be renamed, so it is taken over when it is so and left out otherwise.
 */
export function isSafe(text: string): boolean {
  return !/['"`\\\u2028\u2029]|[^\P{C}]|\$\{|#\{|\{\{|\}\}|\*\/|\/\*|<\/|<!--|<%|%>/u.test(text);
}

/**
 * A path template with everything percent-encoded that might be more than a path to somebody; the same on the wire. So is a
 * percent sign that encodes nothing: emitters decode paths, and some fail on it.
 */
export function safePath(path: string): string {
  return path.replaceAll(/(?:%[\dA-Fa-f]{2})+|[^\w!&()+,;=:@/.~{}-]/gu, (part) => {
    if (part.length === 1 || !part.startsWith('%')) return percentEncoded(part);
    return isEncodedText(part) ? part : part.replaceAll('%', '%25');
  });
}

function isEncodedText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** All of a character's bytes; `encodeURIComponent` leaves the quote as it is. */
function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
