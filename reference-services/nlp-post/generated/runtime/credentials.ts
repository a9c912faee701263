// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SecuritySchemeSpec } from './operation.ts';
import { parseCookies, parsePairs } from './pairs.ts';
import { decodeForm, decodePercent, MalformedText } from './percent.ts';

export interface BearerCredential {
  readonly kind: 'bearer';
  readonly token: string;
}

export interface BasicCredential {
  readonly kind: 'basic';
  readonly username: string;
  readonly password: string;
}

/** Any other scheme of the `Authorization` header. */
export interface HttpCredential {
  readonly kind: 'http';
  readonly scheme: string;
  /** What follows the scheme's name. */
  readonly value: string;
}

export interface ApiKeyCredential {
  readonly kind: 'apiKey';
  readonly key: string;
}

/** Nothing is read: the handler looks at the request, for instance at what the proxy says about a client certificate. */
export interface RequestCredential {
  readonly kind: 'request';
}

export type Credential = BearerCredential | BasicCredential | HttpCredential | ApiKeyCredential | RequestCredential;

/** The credential that a request presents for a scheme; undefined when there is none, or none that can be read. */
export function credentialOf(scheme: SecuritySchemeSpec, request: Request): Credential | undefined {
  switch (scheme.kind) {
    case 'bearer': {
      const token = authorization(request, 'bearer');
      return token === undefined ? undefined : { kind: 'bearer', token };
    }
    case 'basic':
      return basic(authorization(request, 'basic'));
    case 'http': {
      const value = authorization(request, scheme.scheme);
      return value === undefined ? undefined : { kind: 'http', scheme: scheme.scheme, value };
    }
    case 'apiKey': {
      const key = apiKey(scheme, request);
      return key === undefined || key === '' ? undefined : { kind: 'apiKey', key };
    }
    case 'request':
      return { kind: 'request' };
    default:
      return scheme satisfies never;
  }
}

function authorization(request: Request, scheme: string): string | undefined {
  const header = request.headers.get('authorization') ?? '';
  const at = header.indexOf(' ');
  if (at === -1 || header.slice(0, at).toLowerCase() !== scheme) return undefined;
  const value = header.slice(at + 1).trim();
  return value === '' ? undefined : value;
}

/** RFC 7617, with UTF-8 as its charset. */
function basic(value: string | undefined): BasicCredential | undefined {
  if (value === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const colon = text.indexOf(':');
    if (colon === -1) return undefined;
    return { kind: 'basic', username: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return undefined;
  }
}

function apiKey(scheme: SecuritySchemeSpec & { readonly kind: 'apiKey' }, request: Request): string | undefined {
  if (scheme.in === 'header') return request.headers.get(scheme.parameter) ?? undefined;
  const query = scheme.in === 'query';
  const text = query
    ? (request.url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '')
    : (request.headers.get('cookie') ?? '');
  const found = (query ? parsePairs : parseCookies)(text).filter(({ name }) => name === scheme.parameter);
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  try {
    return (query ? decodeForm : decodePercent)(only.value);
  } catch (error) {
    if (error instanceof MalformedText) return undefined;
    throw error;
  }
}
