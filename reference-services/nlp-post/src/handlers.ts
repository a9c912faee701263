import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { NlpPostDeps } from './deps.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { patternHandlers } from './handlers/patterns.ts';
import { processingHandlers } from './handlers/processing.ts';

/** Every operation of the contract. One that is missing or answers something else does not compile. */
export const handlers = {
  ...processingHandlers,
  ...jobHandlers,
  ...patternHandlers,
  ...operationHandlers,
} satisfies Handlers<NlpPostDeps, Principal>;
