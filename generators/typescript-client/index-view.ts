import type { HttpContract } from '../../core/contract/model.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { schemeOf } from './security.ts';

/** For `index.hbs`: of the runtime, what `uses` and the security schemes of the contract call for. */
export function viewIndex(contract: HttpContract, uses: ReadonlySet<string>, { importExtension }: TargetOptions): View {
  const streams = uses.has('StreamOptions');
  const schemes = [...contract.securitySchemes.values()].map(schemeOf);
  const list = (...names: (string | false)[]) => names.filter((name) => name !== false).join(', ');
  return {
    extension: importExtension,
    binaryTypes: list('Binary', 'BinaryBody', streams && 'ByteStream', uses.has('SequenceBody') && 'SequenceBody'),
    optionTypes: list('CallOptions', 'Middleware', streams && 'ReconnectOptions', streams && 'StreamOptions'),
    hasEvents: uses.has('ServerSentEvent'),
    hasPages: uses.has('Paginated'),
    hasTokens: schemes.some((scheme) => scheme.kind === 'sent' && scheme.data.type !== 'basic'),
    hasStreams: streams,
  };
}
