import { parseArgs } from 'node:util';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { developmentKeyFile } from '../../common/service/config.ts';
import { operations } from '../generated/operations.ts';

/** Prints an access token that a service without `METADATA_JWKS_FILE` accepts on this machine. */
const { values } = parseArgs({
  options: {
    tenant: { type: 'string', default: 'ten_01KE61HRW0SBPJSA9J9W613CTT' },
    scope: { type: 'string', default: everyScope().join(' ') },
    hours: { type: 'string', default: '12' },
  },
});
const issuer = await openDevelopmentIssuer(developmentKeyFile);
const lifetimeSeconds = Math.round(Number(values.hours) * 3600);
console.log(await issuer.issue({ tenant: values.tenant, scopes: values.scope.split(' '), lifetimeSeconds }));

/** All that the operations of the contract ask for. */
function everyScope(): readonly string[] {
  const asked = Object.values(operations).flatMap(({ security }) =>
    security.flatMap((requirement) => requirement.schemes.flatMap((scheme) => scheme.scopes)),
  );
  return [...new Set<string>(asked)];
}
