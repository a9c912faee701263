import { writeFileSync } from 'node:fs';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import type { Workspace } from './workspace.ts';

export interface Keys {
  readonly issuer: DevelopmentIssuer;
  /** For services that sign tokens of their own to ask others. */
  readonly privateKeyFile: string;
  /** What a service needs to know to accept its tokens, by the prefix of the service's variables. */
  environment(prefix: string): Readonly<Record<string, string>>;
}

/** An issuer of tokens whose public keys lie in a file, as services are given them in production. */
export async function makeKeys(workspace: Workspace): Promise<Keys> {
  const privateKeyFile = workspace.path('issuer.json');
  const issuer = await openDevelopmentIssuer(privateKeyFile);
  const file = workspace.path('jwks.json');
  writeFileSync(file, JSON.stringify(issuer.keys));
  return {
    issuer,
    privateKeyFile,
    environment: (prefix) => ({
      [`${prefix}_JWKS_FILE`]: file,
      [`${prefix}_TOKEN_ISSUER`]: issuer.issuer,
      [`${prefix}_TOKEN_AUDIENCE`]: issuer.audience,
    }),
  };
}
