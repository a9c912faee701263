import type { ReadContext } from '../context.ts';
import type { EventContract } from '../model.ts';
import { declareSchemas, listComponents, visitComponents } from './components.ts';
import { readDocumentTags, readExtensions, readInfo } from './documentation.ts';
import { Reading } from './reading.ts';
import { Security } from './security.ts';
import { readServer } from './servers.ts';
import { readChannelsV2 } from './v2/read.ts';
import { readChannelsV3 } from './v3/read.ts';

/** Reads an AsyncAPI document, 2.0 to 3.1, into the one model. Parts that are wrong are left out. */
export function readAsyncApi(context: ReadContext): EventContract {
  const { root, dialect } = context;
  const reading = new Reading(context);
  declareSchemas(reading);
  const security = new Security(reading);
  const info = readInfo(reading);
  const tags = readDocumentTags(reading);
  if (reading.isV2) visitRootDocumentation(reading);
  const servers = (root.get('servers')?.entries() ?? []).flatMap(
    ([name, node]) => readServer(reading, security, name, node) ?? [],
  );
  const { channels, operations, visit } = (reading.isV2 ? readChannelsV2 : readChannelsV3)(reading, security);
  visitComponents(reading, security, visit);
  return {
    kind: 'event',
    dialect,
    root,
    info,
    servers,
    tags,
    securitySchemes: security.schemes,
    channels,
    operations,
    messages: reading.messages,
    schemas: reading.schemas.finish(),
    components: listComponents(reading),
    extensions: readExtensions(root),
    objects: reading.objects,
  };
}

function visitRootDocumentation(reading: Reading): void {
  const externalDocs = reading.context.root.get('externalDocs');
  if (externalDocs !== undefined) reading.reach(externalDocs, 'externalDocs');
}
