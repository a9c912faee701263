import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { connect, type Table } from '@lancedb/lancedb';
import type { OpenVectors, SetAside } from '../open-vectors.ts';
import { nameOf, type OnOtherModel, OtherModelError } from '../other-model.ts';
import { type IndexModel, schemaVersion, type VectorIndex } from '../vector-index.ts';
import { createLanceIndex } from './lance-index.ts';
import { createTable, tableName } from './table.ts';

/*
 * Lance computes everything on these threads, as many as there are processors unless told otherwise. Tidying would take them
 * all, and searches would wait for it to end; with more of them the operating system shares the processors out.
 */
process.env.LANCE_CPU_THREADS ??= String(Math.max(8, 2 * availableParallelism()));
// Statistics of a graph would bring vectors along, which nobody reads here.
process.env.LANCE_INCLUDE_VECTOR_CENTROIDS ??= 'false';

export interface OpenLanceOptions {
  readonly folder: string;
  readonly model: IndexModel;
  /** How many vectors are compared one by one before a graph is built; 50,000 when left out. */
  readonly approximateFrom?: number;
  /** After how long without writes the table is tidied; 5,000 when left out. */
  readonly idleMs?: number;
  /** Set aside when left out. */
  readonly onOtherModel?: OnOtherModel;
  readonly onError?: (error: unknown) => void;
}

/** The index of a folder. One that is damaged, older or of another model is moved out of the way, and an empty one begun. */
export async function openLanceIndex(options: OpenLanceOptions): Promise<OpenVectors> {
  const { folder, model, approximateFrom = 50_000, idleMs = 5_000, onError = () => {} } = options;
  const settings = { folder, model, approximateFrom, idleMs, onError };
  if (options.onOtherModel === 'leave') refuseOtherModel(folder, model);
  const kept = existsSync(folder) ? await openKept(folder, model) : undefined;
  if (typeof kept === 'object') return opened(folder, await createLanceIndex(kept, settings));
  const setAside = kept === undefined ? undefined : moveAside(folder, kept);
  const table = await begin(folder, model, setAside !== undefined);
  return { ...opened(folder, await createLanceIndex(table, settings)), ...(setAside && { setAside }) };
}

function opened(folder: string, index: VectorIndex): OpenVectors {
  const mark = join(folder, incompleteFile);
  return {
    index,
    incomplete: existsSync(mark),
    isIncomplete: async () => existsSync(mark),
    markComplete: async () => rmSync(mark, { force: true }),
  };
}

/** The table that is there, or in words why it cannot be used. */
async function openKept(folder: string, model: IndexModel): Promise<Table | string> {
  const expected = describe(model);
  const description = readDescription(folder);
  if (description === undefined) return 'it has no readable description';
  if (description !== expected) return `it is ${description}, and ${expected} is needed`;
  try {
    const table = await (await connect(folder, { readConsistencyInterval: 0 })).openTable(tableName);
    await readThrough(table);
    return table;
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function refuseOtherModel(folder: string, model: IndexModel): void {
  const [, schema, there] = /^schema (\d+), (model .+)$/.exec(readDescription(folder) ?? '') ?? [];
  const isOurSchema = Number(schema) === schemaVersion;
  if (isOurSchema && there !== undefined && there !== nameOf(model)) throw new OtherModelError(there, model);
}

/** Lance opens a table whose files are gone or cut short; reading one column of every file shows it. */
async function readThrough(table: Table): Promise<void> {
  for await (const _batch of table.query().select(['tenant_id']));
}

function moveAside(folder: string, reason: string): SetAside {
  const stem = `${folder}.set-aside-${new Date().toISOString().replaceAll(/[:.]/g, '')}`;
  let place = stem;
  for (let copy = 2; existsSync(place); copy += 1) place = `${stem}-${copy}`;
  renameSync(folder, place);
  return { reason, folder: place };
}

/** The description comes last, so that a table that was left half made has none. */
async function begin(folder: string, model: IndexModel, incomplete: boolean): Promise<Table> {
  mkdirSync(folder, { recursive: true });
  if (incomplete) writeFileSync(join(folder, incompleteFile), '');
  const table = await createTable(await connect(folder, { readConsistencyInterval: 0 }), model.dimensions);
  writeFileSync(join(folder, descriptionFile), `${describe(model)}\n`);
  return table;
}

const descriptionFile = 'index.txt';
/** There until what an index that was set aside held is written again, whichever process does it. */
const incompleteFile = 'incomplete';

function readDescription(folder: string): string | undefined {
  const file = join(folder, descriptionFile);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function describe(model: IndexModel): string {
  return `schema ${schemaVersion}, ${nameOf(model)}`;
}
