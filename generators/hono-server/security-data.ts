import type { HttpContract, HttpOperation, SecurityScheme } from '../../core/contract/model.ts';
import { isArray, type Json, type JsonObject } from '../../core/source/json.ts';

/** The requirements of an operation as the runtime's `SecurityRequirementSpec`s. */
export function securityData(operation: HttpOperation): Json {
  const extra = requiredScopes(operation);
  return operation.security.map((requirement) => ({
    schemes: [...requirement.schemes].map(([name, scopes]) => ({ name, scopes: [...new Set([...scopes, ...extra])] })),
  }));
}

/** The names of the schemes that some operation asks for, in the order of the contract. */
export function usedSchemes(contract: HttpContract): readonly string[] {
  const used = new Set(
    contract.operations.flatMap((operation) =>
      operation.security.flatMap((requirement) => [...requirement.schemes.keys()]),
    ),
  );
  const declared = [...contract.securitySchemes.keys()].filter((name) => used.has(name));
  return [...declared, ...[...used].filter((name) => !contract.securitySchemes.has(name))];
}

/** A scheme as the runtime's `SecuritySchemeSpec`. */
export function schemeData(scheme: SecurityScheme | undefined): JsonObject {
  if (scheme === undefined) return { kind: 'request' };
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return { kind: 'bearer' };
  if (scheme.type === 'http' && scheme.scheme !== undefined) {
    const name = scheme.scheme.toLowerCase();
    return name === 'bearer' || name === 'basic' ? { kind: name } : { kind: 'http', scheme: name };
  }
  const place = scheme.in;
  if (
    scheme.type === 'apiKey' &&
    scheme.parameterName !== undefined &&
    (place === 'header' || place === 'query' || place === 'cookie')
  ) {
    return { kind: 'apiKey', in: place, parameter: scheme.parameterName };
  }
  return { kind: 'request' };
}

/** The type of the credential that the runtime reads for a scheme. */
export function credentialType(scheme: SecurityScheme | undefined): string {
  switch (schemeData(scheme).kind) {
    case 'bearer':
      return 'BearerCredential';
    case 'basic':
      return 'BasicCredential';
    case 'http':
      return 'HttpCredential';
    case 'apiKey':
      return 'ApiKeyCredential';
    default:
      return 'RequestCredential';
  }
}

/** OpenAPI 3.0 allows scopes with OAuth only, so contracts with JWTs name theirs in an extension. */
function requiredScopes(operation: HttpOperation): readonly string[] {
  const scopes = operation.extensions.get('x-required-scopes');
  return isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [];
}
