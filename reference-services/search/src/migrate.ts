import { runMigrateCommand } from '../../common/database/migrate-command.ts';
import { ledger, migrationsFolder } from './backings.ts';

/** `migrate.ts up` and `migrate.ts down [steps]`, on the database that the environment names. */
await runMigrateCommand({ prefix: 'SEARCH', folder: migrationsFolder, ledger });
