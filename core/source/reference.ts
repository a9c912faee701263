import { posix } from 'node:path';
import { isPrivateHost } from './private-address.ts';

export type ReferenceTarget =
  /** A file of the project, relative to its root. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'url'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Where a reference (RFC 3986) standing in the file or URL `base` leads. Pure text: nothing is read. Whatever would
 * leave the project root, and every scheme but http and https, is refused.
 */
export function locateReference(reference: string, base: string): ReferenceTarget {
  const hash = reference.indexOf('#');
  const address = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = decode(hash < 0 ? '' : reference.slice(hash + 1));
  if (fragment === undefined) return refused('has a fragment with a broken percent escape');
  if (address === '') return { kind: isUrl(base) ? 'url' : 'file', path: base, fragment };
  if (isUrl(base) || isUrl(address)) return locateUrl(address, base, fragment);
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1];
  if (scheme !== undefined) {
    // A urn or another opaque identifier can only name an embedded $id; it is never fetched.
    if (scheme.toLowerCase() === 'urn') return { kind: 'url', path: address, fragment };
    return refused(`uses the scheme "${scheme}:", which is never read`);
  }
  const path = decode(address);
  if (path === undefined || path.includes('\0')) return refused('is not a usable file path');
  if (path.startsWith('/') || path.startsWith('\\'))
    return refused('is an absolute path; use one relative to this file');
  const joined = posix.normalize(posix.join(posix.dirname(base), path.replaceAll('\\', '/')));
  if (joined === '..' || joined.startsWith('../'))
    return refused('leads outside the project root, where nothing is read');
  return { kind: 'file', path: joined, fragment };
}

function locateUrl(address: string, base: string, fragment: string): ReferenceTarget {
  const url = URL.parse(address, isUrl(base) ? base : undefined);
  if (url === null) return refused('is not a usable URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refused(`uses the scheme "${url.protocol}", which is never read`);
  if (isPrivateHost(url.hostname))
    return refused(`points to ${url.host}, a private or loopback address, which is never read`);
  return { kind: 'url', path: url.href, fragment };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function refused(reason: string): ReferenceTarget {
  return { kind: 'refused', reason };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
