// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SecurityContext } from './context.ts';
import { type Credential, credentialOf } from './credentials.ts';
import type { OperationSpec, SecurityRequirementSpec, SecuritySchemeSpec } from './operation.ts';
import { HttpProblem, Refusal } from './problem.ts';

/**
 * Says who presents a credential. Undefined: nobody that is known here (401). Throw an `HttpProblem` with status 403 for
 * somebody who is known but may not do this.
 */
export type SecurityHandler<Deps, Given extends Credential, Principal> = (
  credential: Given,
  context: SecurityContext<Deps>,
) => Principal | undefined | Promise<Principal | undefined>;

export type SecuritySchemes = Readonly<Record<string, SecuritySchemeSpec>>;
/** By scheme; the generated `SecurityHandlers` says which credential each of them takes. */
export type AnySecurityHandlers = Readonly<Record<string, SecurityHandler<unknown, Credential, unknown>>>;

export interface Gate {
  readonly realm: string;
  readonly schemes: SecuritySchemes;
  readonly handlers: AnySecurityHandlers;
}

/** Who asks, by scheme, in the contract's order. Empty where nobody has to say. Throws the problem of a refusal. */
export async function authorise(
  gate: Gate,
  operation: OperationSpec,
  context: Omit<SecurityContext<unknown>, 'scopes'>,
): Promise<ReadonlyMap<string, unknown>> {
  const failures: HttpProblem[] = [];
  // A requirement of nothing is satisfied by everybody, but whoever can be known should be.
  const requirements = [...operation.security].sort(
    (a, b) => Number(a.schemes.length === 0) - Number(b.schemes.length === 0),
  );
  for (const requirement of requirements) {
    const outcome = await satisfy(gate, requirement, context);
    if (outcome instanceof Map) return outcome;
    failures.push(outcome);
  }
  if (failures.length === 0) return new Map();
  const forbidden = failures.find((failure) => failure.status === 403);
  throw forbidden ?? withChallenges(failures, gate, operation, context.request);
}

async function satisfy(
  gate: Gate,
  requirement: SecurityRequirementSpec,
  context: Omit<SecurityContext<unknown>, 'scopes'>,
): Promise<Map<string, unknown> | HttpProblem> {
  const principals = new Map<string, unknown>();
  for (const { name, scopes } of requirement.schemes) {
    const scheme = gate.schemes[name];
    const handler = handlerOf(gate, name);
    if (scheme === undefined || handler === undefined)
      throw new Error(`Security scheme ${JSON.stringify(name)} has no handler.`);
    const credential = credentialOf(scheme, context.request);
    if (credential === undefined) return unauthenticated('The request presents no credentials.');
    try {
      const principal = await handler.call(gate.handlers, credential, { ...context, scopes });
      if (principal === undefined) return unauthenticated('The credentials are not valid.');
      principals.set(name, principal);
    } catch (error) {
      if (error instanceof HttpProblem && (error.status === 401 || error.status === 403)) return error;
      throw error;
    }
  }
  return principals;
}

/** A scheme may be named like a member that every object has; such a member is nobody's handler. */
function handlerOf({ handlers }: Gate, name: string): AnySecurityHandlers[string] | undefined {
  const handler = handlers[name];
  return Object.getOwnPropertyDescriptor(Object.prototype, name)?.value === handler ? undefined : handler;
}

function unauthenticated(detail: string): Refusal {
  return new Refusal('unauthenticated', 401, detail);
}

/** RFC 9110, section 11.6.1: a 401 says how to authenticate. */
function withChallenges(
  failures: readonly HttpProblem[],
  gate: Gate,
  operation: OperationSpec,
  request: Request,
): HttpProblem {
  const chosen = failures.find((failure) => !(failure instanceof Refusal)) ?? failures[0];
  if (chosen === undefined || Object.keys(chosen.headers).some((name) => name.toLowerCase() === 'www-authenticate')) {
    return chosen ?? unauthenticated('The request presents no credentials.');
  }
  const names = new Set(operation.security.flatMap((requirement) => requirement.schemes.map((scheme) => scheme.name)));
  const challenges = [...names].flatMap((name) =>
    gate.schemes[name] ? [challengeOf(gate.schemes[name], request, gate.realm)] : [],
  );
  const headers = { ...chosen.headers, 'www-authenticate': [...new Set(challenges)].join(', ') };
  if (chosen instanceof Refusal) return new Refusal(chosen.kind, 401, chosen.message, { headers });
  const { type, title, status, detail, instance, ...extensions } = chosen.details;
  return new HttpProblem(401, {
    type,
    title,
    ...(detail !== undefined && { detail }),
    ...(instance !== undefined && { instance }),
    extensions,
    headers,
  });
}

function challengeOf(scheme: SecuritySchemeSpec, request: Request, name: string): string | undefined {
  const realm = `realm="${name.replaceAll(/[^ -~]|["\\]/g, '')}"`;
  switch (scheme.kind) {
    case 'bearer':
      // RFC 6750: no error code for a request that brought no token at all.
      return credentialOf(scheme, request) === undefined ? `Bearer ${realm}` : `Bearer ${realm}, error="invalid_token"`;
    case 'basic':
      return `Basic ${realm}, charset="UTF-8"`;
    case 'http':
      return scheme.scheme.replaceAll(/[^\w!#$%&'*+.^|~-]/g, '') || undefined;
    case 'apiKey':
      return `ApiKey in="${scheme.in}", name="${scheme.parameter.replaceAll(/[^\w-]/g, '')}"`;
    case 'request':
      return undefined;
    default:
      return scheme satisfies never;
  }
}
