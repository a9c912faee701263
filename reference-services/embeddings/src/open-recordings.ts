import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { createServiceTokens } from '../../common/auth/service-tokens.ts';
import type { Clock } from '../../common/clock.ts';
import type { Check } from '../../common/health.ts';
import type { EmbeddingsConfig } from './config.ts';
import { type Recordings, recordingsByTheirIds } from './recordings.ts';
import { metadataScopes, recordingsOfMetadata } from './recordings-of-metadata.ts';

export interface RecordingsGiven {
  readonly recordings?: Recordings;
  /** Asks the metadata service where it runs in this process. */
  readonly askMetadata?: (request: Request) => Promise<Response>;
}

export interface OpenedRecordings {
  readonly recordings: Recordings;
  /** What `/ready` asks of them. Events wait while the metadata service is away. */
  readonly checks: readonly Check[];
  stop(): void;
}

/** Where facts about recordings come from: the metadata service, where there is one, and otherwise their ids. */
export function openRecordings(
  { metadata }: Pick<EmbeddingsConfig, 'metadata'>,
  { recordings, askMetadata: fetch }: RecordingsGiven,
  { development, clock }: { readonly development: DevelopmentIssuer | undefined; readonly clock: Clock },
): OpenedRecordings {
  if (recordings !== undefined || (metadata === undefined && fetch === undefined)) {
    return { recordings: recordings ?? recordingsByTheirIds, checks: [], stop: () => {} };
  }
  // Without an address there is no host to name: the request never leaves the process.
  const { url: baseUrl, tokens: tokenConfig } = metadata ?? { url: 'http://metadata', tokens: { kind: 'development' } };
  const asking = { service: 'embeddings', scopes: metadataScopes };
  const tokens = createServiceTokens(tokenConfig, asking, { development, clock });
  const asked = recordingsOfMetadata({ baseUrl, tokens, ...(fetch && { fetch }) });
  const checks = [{ name: 'metadata', probe: asked.probe, optional: true }];
  return { recordings: asked, checks, stop: asked.stop };
}
