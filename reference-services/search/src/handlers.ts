import type { Principal } from '../../common/auth/token-verifier.ts';
import { operationHandlers } from '../../common/service/operations.ts';
import type { Handlers } from '../generated/index.ts';
import type { SearchDeps } from './deps.ts';
import { feedbackHandlers } from './handlers/feedback.ts';
import { indexHandlers } from './handlers/index.ts';
import { searchHandlers } from './handlers/search.ts';

/** Every operation of the contract. One that is missing or answers something else does not compile. */
export const handlers = {
  ...searchHandlers,
  ...feedbackHandlers,
  ...indexHandlers,
  ...operationHandlers,
} satisfies Handlers<SearchDeps, Principal>;
