import { ConfigurationError } from '../../common/config.ts';
import { openDatabase } from '../../common/database/config.ts';
import { migrateDown, migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { createLogger } from '../../common/logging.ts';
import { readMetadataConfig } from './config.ts';
import { migrationsFolder } from './open.ts';

const usage = 'Usage: node migrate.ts up | down [steps]   (down takes back 1 migration unless told otherwise)';

/** `migrate up` and `migrate down [steps]`, on the database that the environment names. */
try {
  const [direction, count = '1', ...rest] = process.argv.slice(2);
  const steps = Number(count);
  if ((direction !== 'up' && direction !== 'down') || rest.length > 0 || !Number.isInteger(steps) || steps < 1) {
    throw new ConfigurationError([usage]);
  }
  // The tokens do not matter here, so production needs no keys to migrate.
  const { database: config } = readMetadataConfig({ ...process.env, NODE_ENV: '', METADATA_JWKS_FILE: '' });
  if (config.kind === 'embedded' && config.folder === undefined) {
    throw new ConfigurationError([
      'Set DATABASE_URL or METADATA_DATA_DIR: a database in memory has nothing to migrate.',
    ]);
  }
  const database = await openDatabase(config, createLogger({ service: 'metadata-migrate', level: 'warn' }));
  const migrations = readMigrations(migrationsFolder);
  const moved =
    direction === 'up' ? await migrateUp(database, migrations) : await migrateDown(database, migrations, steps);
  await database.close();
  console.log(moved.length === 0 ? 'Nothing to do.' : `${direction}: ${moved.join(', ')}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}
