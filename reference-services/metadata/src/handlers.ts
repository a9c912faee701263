import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { MetadataDeps } from './deps.ts';
import { recordingHandlers } from './handlers/recordings.ts';
import { segmentHandlers } from './handlers/segments.ts';
import { speakerHandlers } from './handlers/speakers.ts';
import { transcriptHandlers } from './handlers/transcripts.ts';

/** Every operation of the contract. One that is missing or answers something else does not compile. */
export const handlers = {
  ...recordingHandlers,
  ...transcriptHandlers,
  ...segmentHandlers,
  ...speakerHandlers,
  ...operationHandlers,
} satisfies Handlers<MetadataDeps, Principal>;
