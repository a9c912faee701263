import type { Principal } from '../../common/auth/token-verifier.ts';
import type { Clock } from '../../common/clock.ts';
import type { CreatingDeps } from '../../common/service/create-once.ts';
import type { VectorIndex } from '../../common/vectors/vector-index.ts';
import type { Context } from '../generated/index.ts';
import type { Engine } from './search/engine.ts';
import type { Recall } from './search/recall.ts';
import type { FeedbackStore } from './store/feedback.ts';
import type { Suggestions } from './suggestions/suggestions.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface SearchDeps extends CreatingDeps {
  readonly engine: Engine;
  readonly index: VectorIndex;
  readonly recall: Recall;
  readonly suggestions: Suggestions;
  readonly feedback: FeedbackStore;
  readonly clock: Clock;
  readonly maxBodyBytes: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<SearchDeps, Principal>;
