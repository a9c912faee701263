import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { prepareOpenApi } from '../prepared/http.ts';
import { type Adapter, requireHttp } from './adapter.ts';
import { loadPeer } from './load-peer.ts';

const id = 'openapi-typescript';

/** The types that `openapi-fetch` and its relatives work with, printed by `openapi-typescript` from a prepared document. */
export const openapiTypescript: Adapter = {
  id,
  summary: 'The types of openapi-fetch, printed by openapi-typescript from a prepared document',
  accepts: ['http'],
  async generate(contract) {
    const diagnostics: Diagnostic[] = [];
    const document = prepareOpenApi(requireHttp(contract, id), (one) => diagnostics.push(one));
    const emitter = await loadPeer(id, () => import('openapi-typescript'), 'openapi-typescript typescript@5');
    const printed = await emitter.default(JSON.stringify(document), { silent: true });
    return { files: [{ path: 'schema.ts', text: emitter.astToString(printed) }], diagnostics };
  },
};
