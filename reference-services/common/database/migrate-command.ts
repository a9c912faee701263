import { ConfigurationError, type Environment, readConfig } from '../config.ts';
import { createLogger } from '../logging.ts';
import { openDatabase, readDatabaseConfig } from './config.ts';
import { type Ledger, migrateDown, migrateUp } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

export interface MigrateCommand {
  /** Before the names of the service's own variables: `METADATA`. */
  readonly prefix: string;
  readonly folder: string;
  readonly ledger: Ledger;
  /** What the service starts with beside its own tables; `down` leaves it, because other services may stand on it. */
  readonly shared?: readonly Pick<MigrateCommand, 'folder' | 'ledger'>[];
}

const usage = 'Usage: node migrate.ts up | down [steps]   (down takes back 1 migration unless told otherwise)';

/** `migrate.ts up` and `migrate.ts down [steps]` on the database that the environment names, as the process is called. */
export async function runMigrateCommand(command: MigrateCommand): Promise<void> {
  try {
    const moved = await migrate(command, { args: process.argv.slice(2), environment: process.env });
    process.stdout.write(moved.length === 0 ? 'Nothing to do.\n' : moved.map((line) => `${line}\n`).join(''));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigurationError ? 2 : 1);
  }
}

/** What was done, a line for each migration. */
export async function migrate(
  { prefix, folder, ledger, shared = [] }: MigrateCommand,
  { args, environment }: { readonly args: readonly string[]; readonly environment: Environment },
): Promise<readonly string[]> {
  const [direction, count = '1', ...rest] = args;
  const steps = Number(count);
  if ((direction !== 'up' && direction !== 'down') || rest.length > 0 || !Number.isInteger(steps) || steps < 1) {
    throw new ConfigurationError([usage]);
  }
  const config = readConfig(environment, (settings) => readDatabaseConfig(settings, prefix));
  if (config.kind === 'embedded' && config.folder === undefined) {
    throw new ConfigurationError([
      `Set DATABASE_URL or ${prefix}_DATA_DIR: a database in memory has nothing to migrate.`,
    ]);
  }
  const database = await openDatabase(config, createLogger({ service: 'migrate', level: 'warn' }));
  try {
    const own = readMigrations(folder);
    if (direction === 'down') return named(direction, await migrateDown(database, own, steps, ledger));
    const moved = [await migrateUp(database, own, ledger)];
    for (const part of shared) moved.push(await migrateUp(database, readMigrations(part.folder), part.ledger));
    return named(direction, moved.flat());
  } finally {
    await database.close();
  }
}

function named(direction: 'up' | 'down', names: readonly string[]): readonly string[] {
  return names.map((name) => `${direction} ${name}`);
}
