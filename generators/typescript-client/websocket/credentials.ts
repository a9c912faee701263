import type { EventContract, SecurityScheme } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../../unsupported.ts';
import type { CredentialPlace } from './runtime/websocket-channel.ts';
import type { Socket } from './sockets.ts';

export interface SocketScheme {
  readonly scheme: SecurityScheme;
  readonly place: CredentialPlace;
}

/** The schemes of the servers and operations of a connection, and where in the handshake each credential goes. */
export function schemesOf(
  { servers, operations }: Socket,
  { securitySchemes }: EventContract,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, SocketScheme> {
  const requirements = [...servers, ...operations].flatMap(({ security }) => security);
  const names = new Set(requirements.flatMap(({ schemes }) => [...schemes.keys()]));
  return new Map(
    [...names].flatMap((name) => {
      const scheme = securitySchemes.get(name);
      const place = scheme && placeOf(name, scheme);
      if (scheme !== undefined && place === undefined) report(cannotApply(name, scheme));
      return scheme === undefined || place === undefined ? [] : [[name, { scheme, place }] as const];
    }),
  );
}

function placeOf(
  name: string,
  { type, scheme, in: place, parameterName }: SecurityScheme,
): CredentialPlace | undefined {
  if (type === 'oauth2' || type === 'openIdConnect') return { scheme: name, type: 'bearer' };
  if (type === 'http' && (scheme === 'bearer' || scheme === 'basic')) return { scheme: name, type: scheme };
  if (type === 'userPassword') return { scheme: name, type: 'basic' };
  if (type !== 'httpApiKey' || parameterName === undefined) return undefined;
  if (place !== 'header' && place !== 'query' && place !== 'cookie') return undefined;
  return { scheme: name, type: 'apiKey', in: place, name: parameterName };
}

/** Client certificates are settled below. */
function cannotApply(name: string, { type, scheme, location }: SecurityScheme): Diagnostic {
  const text = `The WebSocket client cannot apply the security scheme ${JSON.stringify(name)} (${scheme ?? type}). Give what it needs in the option "headers" or in a "webSocket" of your own.`;
  return unsupported('security-scheme', location, text, type === 'X509' ? 'info' : 'warning');
}
