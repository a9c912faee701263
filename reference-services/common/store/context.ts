import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { NewId } from '../ids.ts';

/** What a store needs from outside. */
export interface StoreContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}
