import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { prepareOpenApi } from '../prepared/http.ts';
import { type Adapter, requireHttp } from './adapter.ts';
import { loadPeer } from './load-peer.ts';

const id = 'oazapfts';

/** A function per operation on `@oazapfts/runtime`, printed by `oazapfts` from a prepared document. */
export const oazapfts: Adapter = {
  id,
  summary: 'A function per operation on @oazapfts/runtime, printed by oazapfts from a prepared document',
  accepts: ['http'],
  async generate(contract) {
    const diagnostics: Diagnostic[] = [];
    const http = requireHttp(contract, id);
    // It writes a status as a number, so a range would not be TypeScript; its runtime takes headers and path segments as texts,
    // and it declares the cookies of an operation without sending them.
    const options = { statusRanges: false, structuredPlaces: false, cookies: false };
    const document = prepareOpenApi(http, (one) => diagnostics.push(one), options);
    const emitter = await loadPeer(id, () => import('oazapfts'), 'oazapfts typescript@5');
    const { createContext } = await loadPeer(id, () => import('oazapfts/context'), 'oazapfts typescript@5');
    // Their own type for documents: JSON of the version that was just printed.
    const spec = await emitter.parseSpec(document as unknown as Parameters<typeof emitter.parseSpec>[0]);
    const printed = await emitter.generateAst(createContext(spec, {}));
    return { files: [{ path: 'api.ts', text: emitter.printAst(printed) }], diagnostics };
  },
};
