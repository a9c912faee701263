import type { Database } from '../../../common/database/database.ts';
import { access } from './access.ts';
import { conditionalChanges } from './conditional-changes.ts';
import { idempotency } from './idempotency.ts';
import { operations } from './operations.ts';
import { pagination } from './pagination.ts';
import { publishing } from './publishing.ts';
import { records } from './records.ts';

/** Opened before the tests run, so that they ask for it only then. */
export type OpenDatabase = () => Database;

/** How the service behaves, on whichever database. */
export function behaviours(database: OpenDatabase): void {
  records(database);
  publishing(database);
  conditionalChanges(database);
  idempotency(database);
  pagination(database);
  access(database);
  operations(database);
}
