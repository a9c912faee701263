import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../../common/database/database.ts';
import { openEmbedded } from '../../../common/database/embedded.ts';

/** An empty database in memory. Making one takes seconds, so the first is kept in a file, from which the others begin. */
export async function openTestDatabase(): Promise<Database> {
  return openEmbedded({ snapshot: existsSync(file) ? readSnapshot() : await makeSnapshot() });
}

/** Git ignores the folder. */
const folder = fileURLToPath(new URL('../../../.data/', import.meta.url));
const file = `${folder}empty-database-${versionKey()}.tar.gz`;

/** Another version of the database begins with another file. */
function versionKey(): string {
  const program = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const description = readFileSync(new URL('../package.json', pathToFileURL(program)));
  return createHash('sha256').update(description).digest('hex').slice(0, 12);
}

function readSnapshot(): Blob {
  return new Blob([readFileSync(file)], { type: 'application/x-gzip' });
}

/** Test files run side by side, so the file appears in one step. */
async function makeSnapshot(): Promise<Blob> {
  const lite = await PGlite.create();
  const snapshot = await lite.dumpDataDir('gzip');
  await lite.close();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, await snapshot.bytes());
  renameSync(unfinished, file);
  return snapshot;
}
