// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function escapeAll(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, escapeByte);
}

/** The same for a cookie. What its name may hold stays (RFC 6265, 4.1.1), so that the name is the contract's. */
export function escapeCookie(text: string): string {
  return escapeAll(text).replace(/%(?:2[13467AB]|5E|60|7C)/g, decodeURIComponent);
}

/**
 * Leaves reserved characters and percent escapes as they are (`allowReserved`), except those that would end the value
 * or the query: `#`, `&`, `+` and square brackets.
 */
export function escapeSome(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((part, i) => (i % 2 === 1 ? part : encodeURI(part).replace(/[#&+[\]]/g, escapeByte)))
    .join('');
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
