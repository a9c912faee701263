import type { Principal } from '../../../common/auth/token-verifier.ts';
import * as metadata from '../../generated/clients/metadata/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { passingTo } from '../upstreams/pass-on.ts';

const toMetadata = passingTo((upstreams) => upstreams.metadata);

export const recordHandlers = {
  listRecordings: toMetadata(metadata.listRecordings),
  getRecording: toMetadata(metadata.getRecording),
  updateRecording: toMetadata(metadata.updateRecording),
  deleteRecording: toMetadata(metadata.deleteRecording),
  listTranscripts: toMetadata(metadata.listTranscripts),
  getTranscript: toMetadata(metadata.getTranscript),
  listSegments: toMetadata(metadata.listSegments),
} satisfies Partial<Handlers<GatewayDeps, Principal>>;
