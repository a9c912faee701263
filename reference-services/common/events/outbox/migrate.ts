import { runMigrateCommand } from '../../database/migrate-command.ts';
import { outboxTables } from './migrate-outbox.ts';

/** `migrate.ts up` and `migrate.ts down [steps]` of the tables that services publish and consume by. */
await runMigrateCommand({ prefix: 'BUS', ...outboxTables });
