import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import type { NewId } from '../../../common/ids.ts';

/** What a store needs from outside. */
export interface StoreContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}
