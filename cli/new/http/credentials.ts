import type { HttpContract, HttpOperation } from '../../../core/contract/model.ts';
import type { JsonObject } from '../../../core/source/json.ts';
import { schemeData, usedSchemes } from '../../../generators/hono-server/security-data.ts';

/** A security scheme, as the service checks it and as its tests present it. */
export interface Credential {
  readonly scheme: string;
  /** The pattern by which a security handler takes the credential apart, and what of it is compared. */
  readonly parameter: string;
  readonly secret: string;
  /** Headers that present the secret; undefined where no header can. */
  readonly headers: ((secret: string) => JsonObject) | undefined;
}

/** The schemes that some operation asks for. */
export function credentialsOf(contract: HttpContract): readonly Credential[] {
  return usedSchemes(contract).map((scheme) => ({ scheme, ...presented(contract, scheme) }));
}

/** Operations that a request cannot be authorised for by headers alone. */
export function unreachable(
  operations: readonly HttpOperation[],
  credentials: readonly Credential[],
): readonly HttpOperation[] {
  const known = new Map(credentials.map((credential) => [credential.scheme, credential.headers?.('')]));
  return operations.filter(
    ({ security }) =>
      security.length > 0 &&
      !security.some(({ schemes }) => {
        const headers = [...schemes.keys()].map((scheme) => known.get(scheme));
        const names = headers.flatMap((one) => Object.keys(one ?? {}));
        return headers.every((one) => one !== undefined) && new Set(names).size === names.length;
      }),
  );
}

function presented(contract: HttpContract, scheme: string): Omit<Credential, 'scheme'> {
  const declared = contract.securitySchemes.get(scheme);
  const data = schemeData(declared);
  switch (data.kind) {
    case 'bearer':
      return { parameter: '{ token }', secret: 'token', headers: authorization('Bearer') };
    case 'basic':
      return {
        parameter: '{ password }',
        secret: 'password',
        headers: (secret) => ({ Authorization: `Basic ${btoa(`test:${secret}`)}` }),
      };
    case 'http':
      return { parameter: '{ value }', secret: 'value', headers: authorization(String(data.scheme)) };
    case 'apiKey':
      return { parameter: '{ key }', secret: 'key', headers: byKey(String(data.in), String(data.parameter)) };
    default:
      // Of a client certificate and the like only the request can tell; until somebody writes that, a token has to do.
      return {
        parameter: '_',
        secret: "request.headers.get('authorization') ?? ''",
        headers: (secret) => ({ Authorization: secret }),
      };
  }
}

function authorization(scheme: string): Credential['headers'] {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(scheme) ? (secret) => ({ Authorization: `${scheme} ${secret}` }) : undefined;
}

/** Contract tests present credentials in headers; what belongs into the query travels in one of this name up to the service. */
export const queryHeader = 'x-key-for-query';

function byKey(place: string, name: string): Credential['headers'] {
  if (place === 'query') return (secret) => ({ [queryHeader]: `${encodeURIComponent(name.toWellFormed())}=${secret}` });
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return undefined;
  if (place === 'header') return (secret) => ({ [name]: secret });
  return place === 'cookie' ? (secret) => ({ Cookie: `${name}=${secret}` }) : undefined;
}
