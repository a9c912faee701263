import { runMigrateCommand } from '../../common/database/migrate-command.ts';
import { outboxTables } from '../../common/events/outbox/migrate-outbox.ts';
import { ledger, migrationsFolder } from './open.ts';

/** `migrate.ts up` and `migrate.ts down [steps]`, on the database that the environment names. */
await runMigrateCommand({ prefix: 'EMBEDDINGS', folder: migrationsFolder, ledger, shared: [outboxTables] });
