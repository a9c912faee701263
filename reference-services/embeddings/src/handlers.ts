import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { EmbeddingsDeps } from './deps.ts';
import { encodingHandlers } from './handlers/encoding.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { vectorHandlers } from './handlers/vectors.ts';

/** Every operation of the contract. One that is missing or answers something else does not compile. */
export const handlers = {
  ...jobHandlers,
  ...vectorHandlers,
  ...encodingHandlers,
  ...operationHandlers,
} satisfies Handlers<EmbeddingsDeps, Principal>;
