import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import type { Logger } from '../../common/logging.ts';
import { openVectors } from '../../common/vectors/config.ts';
import { type OpenVectors, wholeVectors } from '../../common/vectors/open-vectors.ts';
import { nameOf, OtherModelError, unusableIndex } from '../../common/vectors/other-model.ts';
import { type Rebuild, type SegmentSource, startRebuild } from '../../common/vectors/rebuild.ts';
import type { VectorIndex } from '../../common/vectors/vector-index.ts';
import type { SearchConfig } from './config.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
export const ledger = 'search_migrations';

/** What the service keeps its data in and hears of others by. */
export interface Backings {
  readonly database: Database;
  readonly bus: Bus;
  readonly index: VectorIndex;
  readonly rebuild: Rebuild;
  /** Ends what was opened here; what was given from outside stays open. */
  close(): Promise<void>;
}

/** Parts that are open already, such as those that several services of one process share. */
export type GivenBackings = Partial<Omit<Backings, 'close'>>;

export async function openBackings(
  config: SearchConfig,
  given: GivenBackings,
  { encoder, source, logger }: { readonly encoder: Encoder; readonly source?: SegmentSource; readonly logger: Logger },
): Promise<Backings> {
  const opened: { close(): Promise<void> }[] = [];
  const model = { modelId: encoder.id, modelVersion: encoder.version, dimensions: encoder.dimensions };
  try {
    const database = given.database ?? own(await openDatabase(config.database, logger));
    await migrateUp(database, readMigrations(migrationsFolder), ledger);
    const vectors = given.index === undefined ? await openIndex() : await check(given.index);
    if (given.index === undefined) own(vectors.index);
    const rebuild = given.rebuild ?? rebuildOf(vectors);
    const onError = (error: unknown) => logger.warn({ error }, 'bus');
    const bus = given.bus ?? own(await openBus({ ...config.bus, database, onError }));
    return { database, index: vectors.index, rebuild, bus, close };
  } catch (error) {
    await close();
    throw error;
  }

  function own<Part extends { close(): Promise<void> }>(part: Part): Part {
    opened.push(part);
    return part;
  }

  async function openIndex(): Promise<OpenVectors> {
    const onError = (error: unknown) => logger.warn({ error }, 'the index was not tidied');
    const opened = await openVectors(config.vectors, model, onError, 'leave').catch((error: unknown) =>
      wholeVectors(unusable(config.vectors.kind, error)),
    );
    if (opened.setAside !== undefined)
      logger.warn({ ...opened.setAside }, 'the index cannot be used and was set aside');
    return opened;
  }

  /** One that was given is another service's too, and stays as it is. */
  async function check(index: VectorIndex): Promise<OpenVectors> {
    const there = nameOf(await index.info());
    return wholeVectors(there === nameOf(model) ? index : unusable(index.kind, new OtherModelError(there, model)));
  }

  function unusable(kind: VectorIndex['kind'], error: unknown): VectorIndex {
    if (!(error instanceof OtherModelError)) throw error;
    logger.error({ error }, 'the index is of another model');
    return unusableIndex(kind, error);
  }

  function rebuildOf(vectors: OpenVectors): Rebuild {
    const rebuild = startRebuild(vectors, {
      source,
      onDone: (points) => logger.info({ points }, 'the index is whole again'),
      onError: (error) => logger.error({ error }, 'the index was not rebuilt'),
    });
    own({ close: rebuild.stop });
    return rebuild;
  }

  /** The last that was opened first: the bus lives in the database. */
  async function close(): Promise<void> {
    for (const part of opened.toReversed()) await part.close();
  }
}
