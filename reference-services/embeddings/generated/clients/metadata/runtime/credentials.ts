// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { CredentialsError } from './errors.ts';
import type { OperationData } from './operation.ts';

/** A secret, a function that fetches one, called for each attempt, or what `refreshing` makes: a token that is renewed. */
export type Secret = string | (() => string | undefined | Promise<string | undefined>) | RenewableSecret;

/** A secret that can be replaced when the server refuses it. */
export interface RenewableSecret {
  readonly lease: () => Promise<Lease>;
}

export interface Lease {
  readonly secret: string;
  /** Sees to it that the next lease has another secret than this one. */
  readonly renew: () => Promise<void>;
}

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
  /** Where the secret can be renewed, after the server has refused it. */
  readonly renew?: () => Promise<void>;
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
    const applied = await meet(operation, requirement, schemes, credentials);
    if (applied !== undefined && applied.length > 0) return applied;
  }
  return [];
}

async function meet(
  operation: OperationData,
  requirement: readonly string[],
  schemes: SecuritySchemes,
  credentials: Credentials,
): Promise<AppliedCredential[] | undefined> {
  const applied: AppliedCredential[] = [];
  for (const name of requirement) {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    const given = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
    if (scheme === undefined || given === undefined) return undefined;
    const { secret, renew } = await named(operation, name, () => obtain(given));
    const credential = secret === undefined ? undefined : apply(scheme, secret);
    if (credential === undefined) return undefined;
    applied.push(renew === undefined ? credential : { ...credential, renew: () => named(operation, name, renew) });
  }
  return applied;
}

interface Obtained {
  readonly secret?: string | BasicLogin;
  readonly renew?: () => Promise<void>;
}

async function obtain(given: Secret | Login): Promise<Obtained> {
  if (typeof given === 'object' && 'lease' in given) return given.lease();
  const secret = typeof given === 'function' ? await given() : given;
  return secret === undefined ? {} : { secret };
}

async function named<Value>(operation: OperationData, name: string, get: () => Promise<Value>): Promise<Value> {
  try {
    return await get();
  } catch (cause) {
    throw new CredentialsError(operation.id, `There is no credential for "${name}" now.`, { cause });
  }
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
