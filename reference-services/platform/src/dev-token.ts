import { parseArgs } from 'node:util';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { developmentKeyFile } from '../../common/service/config.ts';
import { operations as embeddings } from '../../embeddings/generated/operations.ts';
import { operations as gateway } from '../../gateway/generated/operations.ts';
import { operations as ingestion } from '../../ingestion/generated/operations.ts';
import { operations as metadata } from '../../metadata/generated/operations.ts';
import { operations as nlpPost } from '../../nlp-post/generated/operations.ts';
import { operations as search } from '../../search/generated/operations.ts';

/** Prints an access token that services without a key set of their own accept on this machine. */
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

interface Secured {
  readonly security: readonly { readonly schemes: readonly { readonly scopes: readonly string[] }[] }[];
}

/** All that the operations of the services ask for. */
function everyScope(): readonly string[] {
  const all: readonly Secured[] = [embeddings, gateway, ingestion, metadata, nlpPost, search].flatMap((operations) =>
    Object.values(operations),
  );
  const asked = all.flatMap(({ security }) =>
    security.flatMap((requirement) => requirement.schemes.flatMap((scheme) => scheme.scopes)),
  );
  return [...new Set<string>(asked)];
}
