import type { HttpContract, SecurityScheme } from '../../core/contract/model.ts';
import type { SecurityScheme as SchemeData } from './runtime/credentials.ts';

/** How a scheme travels, as the runtime knows it. */
export type Scheme =
  | { readonly kind: 'sent'; readonly data: SchemeData }
  /** Settled below HTTP: client certificates. */
  | { readonly kind: 'transport' }
  | { readonly kind: 'unknown' };

export function schemeOf(scheme: SecurityScheme): Scheme {
  const { type, scheme: http, in: place, parameterName } = scheme;
  if (type === 'mutualTLS') return { kind: 'transport' };
  if (type === 'oauth2' || type === 'openIdConnect') return { kind: 'sent', data: { type: 'bearer' } };
  if (type === 'http' && (http === 'bearer' || http === 'basic')) return { kind: 'sent', data: { type: http } };
  const isKey = type === 'apiKey' && parameterName !== undefined;
  if (isKey && (place === 'header' || place === 'query' || place === 'cookie')) {
    return { kind: 'sent', data: { type: 'apiKey', in: place, name: parameterName } };
  }
  return { kind: 'unknown' };
}

/** Schemes for which a client has nothing to send. */
export function transportSchemes(contract: HttpContract): ReadonlySet<string> {
  const schemes = [...contract.securitySchemes].filter(([, scheme]) => schemeOf(scheme).kind === 'transport');
  return new Set(schemes.map(([name]) => name));
}
