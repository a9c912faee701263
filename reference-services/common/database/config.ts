import type { Settings } from '../config.ts';
import type { Logger } from '../logging.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize: number; readonly statementTimeoutMs: number }
  /** Without a folder the data lives in memory and goes with the process. */
  | { readonly kind: 'embedded'; readonly folder: string | undefined };

/** `prefix` stands before the names of the service's own variables: `METADATA`. */
export function readDatabaseConfig(settings: Settings, prefix: string): DatabaseConfig {
  const url = settings.optional('DATABASE_URL');
  const folder = settings.optional(`${prefix}_DATA_DIR`);
  const poolSize = settings.integer(`${prefix}_POOL_SIZE`, { fallback: 10, minimum: 1, maximum: 500 });
  const statementTimeoutMs = settings.integer(`${prefix}_STATEMENT_TIMEOUT_MS`, {
    fallback: 5_000,
    minimum: 10,
    maximum: 600_000,
  });
  if (url === undefined) return { kind: 'embedded', folder };
  if (!/^postgres(ql)?:\/\//.test(url)) {
    // The value is not shown: it usually holds a password.
    settings.report('DATABASE_URL is not a PostgreSQL address. Set it like postgresql://user:password@host:5432/name.');
  }
  if (folder !== undefined) {
    settings.report(`${prefix}_DATA_DIR and DATABASE_URL are both set. Unset the one that you do not mean.`);
  }
  return { kind: 'postgres', url, poolSize, statementTimeoutMs };
}

export async function openDatabase(config: DatabaseConfig, logger: Logger): Promise<Database> {
  if (config.kind === 'embedded') return openEmbedded({ folder: config.folder });
  return openPostgres({ ...config, onIdleError: (error) => logger.warn({ error }, 'idle connection lost') });
}
