import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import type { Database } from '../../common/database/database.ts';
import { openEmbedded } from '../../common/database/embedded.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import { createLogger, type Logger } from '../../common/logging.ts';
import { openFileObjects } from '../../common/objects/file-objects.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { startEmbeddings } from '../../embeddings/src/start.ts';
import { startGateway } from '../../gateway/src/start.ts';
import { startIngestion } from '../../ingestion/src/start.ts';
import { startMetadata } from '../../metadata/src/start.ts';
import { startNlpPost } from '../../nlp-post/src/start.ts';
import { startSearch } from '../../search/src/start.ts';

export interface PlatformOptions {
  /** Everything that is to outlive the process lies below it: `database`, `objects`, `vectors`. */
  readonly folder: string;
  /** Each service's own port, or any that is free. */
  readonly ports?: 'own' | 'free';
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where the development key pair lies; a new one for this process when left out. */
  readonly keyFile?: string;
  /** A database that is open already; tests share one. It stays open. */
  readonly database?: Database;
}

export interface Platform extends Stoppable {
  /** By service, the gateway first. */
  readonly urls: Readonly<Record<'gateway' | 'ingestion' | 'search' | 'metadata' | 'nlp-post' | 'embeddings', string>>;
  readonly bus: Bus;
  readonly issuer: DevelopmentIssuer;
  readonly logger: Logger;
}

/** All services in this process, on one database, one bus, one object store and one vector index, the gateway in front. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { folder, ports = 'own', logLevel = 'warn', keyFile } = options;
  mkdirSync(folder, { recursive: true });
  const started: Stoppable[] = [];
  const keep = <Service extends Stoppable>(service: Service): Service => {
    started.unshift(service);
    return service;
  };
  try {
    const logger = createLogger({ service: 'platform', level: logLevel });
    const onError = (error: unknown) => logger.warn({ error }, 'platform');
    const issuer = await openDevelopmentIssuer(keyFile);
    const database = options.database ?? (await openEmbedded({ folder: join(folder, 'database') }));
    if (options.database === undefined) keep({ stop: () => database.close() });
    const bus = await openBus({ database, onError });
    keep({ stop: () => bus.close() });
    const encoder = createHashingEncoder();
    const vectors = { kind: 'lancedb', folder: join(folder, 'vectors') } as const;
    const objects = await openFileObjects(join(folder, 'objects'));

    const at = { logLevel, ...(ports === 'free' && { port: 0 }) };
    const shared = { database, issuer };
    const metadata = keep(await startMetadata(at, { ...shared, bus }));
    const ingestion = keep(await startIngestion(at, { ...shared, bus, objects }));
    const nlpPost = keep(await startNlpPost(at, { ...shared, bus }));
    const askMetadata = async (request: Request) => metadata.app.fetch(request);
    const embeddings = keep(await startEmbeddings({ ...at, vectors }, { ...shared, bus, encoder, askMetadata }));
    // Embeddings writes the index, also anew when it was damaged, and search says so as long as that takes.
    const { index, rebuild } = embeddings;
    const search = keep(await startSearch(at, { ...shared, bus, index, encoder, rebuild }));
    const upstreams = { ingestion: ingestion.url, search: search.url, metadata: metadata.url, asr: undefined };
    const gateway = keep(await startGateway({ ...at, upstreams }, { issuer }));
    const urls = {
      gateway: gateway.url,
      ingestion: ingestion.url,
      search: search.url,
      metadata: metadata.url,
      'nlp-post': nlpPost.url,
      embeddings: embeddings.url,
    };
    return { urls, bus, issuer, logger, stop: () => stopAll(started) };
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

/** The last one that was started first: nobody loses what it still needs. */
async function stopAll(started: readonly Stoppable[]): Promise<void> {
  for (const one of started) await one.stop();
}
