import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { IngestionDeps } from './deps.ts';
import { resumableHandlers } from './handlers/resumable-uploads.ts';
import { uploadHandlers } from './handlers/uploads.ts';

/** Every operation of the contract. One that is missing or answers something else does not compile. */
export const handlers = {
  ...uploadHandlers,
  ...resumableHandlers,
  ...operationHandlers,
} satisfies Handlers<IngestionDeps, Principal>;
