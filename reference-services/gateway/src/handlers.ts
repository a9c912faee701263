import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { GatewayDeps } from './deps.ts';
import { accountHandlers } from './handlers/account.ts';
import { recordHandlers } from './handlers/records.ts';
import { searchHandlers } from './handlers/search.ts';
import { speechHandlers } from './handlers/speech.ts';
import { uploadHandlers } from './handlers/uploads.ts';

/** Every operation of the contract. One that is missing, or whose upstream answers something else, does not compile. */
export const handlers = {
  ...accountHandlers,
  ...uploadHandlers,
  ...recordHandlers,
  ...searchHandlers,
  ...speechHandlers,
  ...operationHandlers,
} satisfies Handlers<GatewayDeps, Principal>;
