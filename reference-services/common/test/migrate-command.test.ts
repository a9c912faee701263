import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { readMigrations } from '../database/migration-files.ts';
import { openPostgres } from '../database/postgres.ts';

// Each call is a process, and a database in a folder takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const outbox = namesIn('common/events/outbox');
const services = ['metadata', 'ingestion', 'embeddings', 'search'];

function namesIn(folder: string): readonly string[] {
  const migrations = fileURLToPath(new URL(`../../${folder}/migrations`, import.meta.url));
  return readMigrations(migrations).map(({ name }) => name);
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

function run(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const script = fileURLToPath(new URL(`../../${folder}/migrate.ts`, import.meta.url));
  const { PATH = '' } = process.env;
  const call = ['--disable-warning=ExperimentalWarning', script, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, call, { env: { PATH, ...environment } }, (error, out, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors });
    });
  });
}

function lines(direction: string, names: readonly string[]): Ended {
  return { code: 0, out: names.map((name) => `${direction} ${name}\n`).join(''), errors: '' };
}

it('goes up, down by one and down to nothing, in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  const environment = { METADATA_DATA_DIR: join(folder, 'data'), NODE_ENV: 'production' };
  const names = namesIn('metadata');
  expect(await run('metadata/src', ['up'], environment)).toEqual(lines('up', [...names, ...outbox]));
  expect(await run('metadata/src', ['up'], environment)).toEqual({ code: 0, out: 'Nothing to do.\n', errors: '' });
  expect(await run('metadata/src', ['down'], environment)).toEqual(lines('down', names.slice(-1)));
  expect(await run('metadata/src', ['down', '9'], environment)).toEqual(lines('down', names.slice(0, -1).reverse()));
  rmSync(folder, { recursive: true });
});

it.each([
  [[], {}, 'Usage: node migrate.ts up | down [steps]   (down takes back 1 migration unless told otherwise)\n'],
  [
    ['down', '0'],
    {},
    'Usage: node migrate.ts up | down [steps]   (down takes back 1 migration unless told otherwise)\n',
  ],
  [['up'], {}, 'Set DATABASE_URL or SEARCH_DATA_DIR: a database in memory has nothing to migrate.\n'],
  [
    ['up'],
    { DATABASE_URL: 'mysql://db/x' },
    'DATABASE_URL is not a PostgreSQL address. Set it like postgresql://user:password@host:5432/name.\n',
  ],
])('a wrong call or environment ends with code 2: %j %j', async (args, environment, errors) => {
  expect(await run('search/src', args, environment)).toEqual({ code: 2, out: '', errors });
});

const url = process.env.DATABASE_URL;
if (url === undefined) console.log('Skipped the migrations of every service on PostgreSQL: DATABASE_URL is not set.');

describe.skipIf(url === undefined)('on PostgreSQL', () => {
  it('every service goes up, down to nothing and up again beside the others', async () => {
    const schema = `test_${randomBytes(6).toString('hex')}`;
    const place = new URL(url ?? '');
    place.searchParams.set('options', `-c search_path=${schema}`);
    const options = { poolSize: 1, statementTimeoutMs: 20_000, onIdleError: () => {} };
    const database = openPostgres({ url: place.href, ...options });
    await database.script(`CREATE SCHEMA ${schema}`);
    const environment = { DATABASE_URL: place.href };
    const all = services.map((service) => ({ script: `${service}/src`, names: namesIn(service) }));
    for (const { script, names } of [{ script: 'common/events/outbox', names: outbox }, ...all]) {
      expect(await run(script, ['up'], environment)).toEqual(lines('up', names));
      expect(await run(script, ['down', '9'], environment)).toEqual(lines('down', names.toReversed()));
      expect(await run(script, ['up'], environment)).toEqual(lines('up', names));
    }
    await database.script(`DROP SCHEMA ${schema} CASCADE`);
    await database.close();
  });
});
