import type { SecurityScheme } from '../../core/contract/model.ts';
import type { JsonObject } from '../../core/source/json.ts';
import { members } from './preparing.ts';
import { safeProse } from './safe-text.ts';

/** Undefined for what only the transport knows, such as a client certificate. */
export function printScheme(scheme: SecurityScheme): JsonObject | undefined {
  const description = safeProse(scheme.description);
  if (scheme.type === 'http') {
    const safe = /^[\w-]+$/.test(scheme.scheme ?? '') ? scheme.scheme : 'bearer';
    return members({ type: 'http', scheme: safe, description });
  }
  if (scheme.type === 'apiKey') {
    const { parameterName = '', in: place = 'header' } = scheme;
    if (!/^[\w.~-]+$/.test(parameterName) || !['header', 'query', 'cookie'].includes(place)) return undefined;
    return members({ type: 'apiKey', name: parameterName, in: place, description });
  }
  // How a token is got is no matter of a client that is given one.
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') {
    return members({ type: 'http', scheme: 'bearer', description });
  }
  return undefined;
}
