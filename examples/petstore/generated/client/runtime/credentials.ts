// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OperationData } from './operation.ts';

/** A secret, or a function that fetches one: called for each attempt, so that it can refresh a token. */
export type Secret = string | (() => string | undefined | Promise<string | undefined>);
export interface BasicLogin {
  readonly username: string;
  readonly password: string;
}
export type Login = BasicLogin | (() => BasicLogin | undefined | Promise<BasicLogin | undefined>);

/** How a security scheme of the contract travels. */
export type SecurityScheme =
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string };

export type SecuritySchemes = Readonly<Record<string, SecurityScheme>>;
/** By the name of the scheme. */
export type Credentials = Readonly<Record<string, Secret | Login | undefined>>;

/** One credential where it goes, values not escaped yet. */
export interface AppliedCredential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

/**
 * The credentials for the first requirement of the operation that can be met whole. None when no requirement can: the
 * server then answers with 401, which is a response like any other.
 */
export async function credentialsFor(
  operation: OperationData,
  schemes: SecuritySchemes,
  credentials: Credentials,
): Promise<readonly AppliedCredential[]> {
  for (const requirement of operation.security ?? []) {
    const applied = await meet(requirement, schemes, credentials);
    if (applied !== undefined && applied.length > 0) return applied;
  }
  return [];
}

async function meet(
  requirement: readonly string[],
  schemes: SecuritySchemes,
  credentials: Credentials,
): Promise<AppliedCredential[] | undefined> {
  const applied: AppliedCredential[] = [];
  for (const name of requirement) {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    const given = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
    const secret = typeof given === 'function' ? await given() : given;
    const credential = scheme === undefined || secret === undefined ? undefined : apply(scheme, secret);
    if (credential === undefined) return undefined;
    applied.push(credential);
  }
  return applied;
}

function apply(scheme: SecurityScheme, secret: string | BasicLogin): AppliedCredential | undefined {
  if (scheme.type === 'basic') {
    if (typeof secret === 'string') return undefined;
    const bytes = new TextEncoder().encode(`${secret.username}:${secret.password}`);
    return { in: 'header', name: 'Authorization', value: `Basic ${btoa(String.fromCharCode(...bytes))}` };
  }
  if (typeof secret !== 'string') return undefined;
  if (scheme.type === 'bearer') return { in: 'header', name: 'Authorization', value: `Bearer ${secret}` };
  return { in: scheme.in, name: scheme.name, value: secret };
}
