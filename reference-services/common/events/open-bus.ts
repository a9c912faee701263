import type { Settings } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Bus } from './bus.ts';
import { openDatabaseBus } from './database-bus/database-bus.ts';
import { openNatsBus } from './nats-bus/nats-bus.ts';
import type { BusDefinition } from './streams/definition.ts';

export interface BusConfig {
  /** `undefined` for the bus in the database. */
  readonly natsUrl: string | undefined;
  /** How many NATS servers keep each stream. */
  readonly replicas: number;
}

export interface OpenBusOptions extends Partial<BusConfig> {
  /** What the bus lives in without NATS. */
  readonly database: Database;
  /** The platform's when left out. */
  readonly definition?: BusDefinition;
  readonly onError?: (error: unknown) => void;
}

export function readBusConfig(settings: Settings): BusConfig {
  const natsUrl = settings.optional('NATS_URL');
  if (natsUrl !== undefined && !(/^(nats|tls):\/\/[^/]/.test(natsUrl) && URL.canParse(natsUrl))) {
    // The value is not shown: it may hold a password.
    settings.report('NATS_URL is not the address of a NATS server. Set it like nats://host:4222.');
  }
  return { natsUrl, replicas: settings.integer('NATS_REPLICAS', { fallback: 1, minimum: 1, maximum: 5 }) };
}

/** The bus on NATS when there is an address of one, else the one in the database; they behave the same. */
export function openBus({ natsUrl, database, ...options }: OpenBusOptions): Promise<Bus> {
  return natsUrl === undefined ? openDatabaseBus(database, options) : openNatsBus({ url: natsUrl, ...options });
}
