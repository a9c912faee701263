import { ConfigurationError, readConfig, type Settings } from '../config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../database/config.ts';
import type { Database } from '../database/database.ts';
import { openEmbedded } from '../database/embedded.ts';
import { openPostgres } from '../database/postgres.ts';
import { type Bus, BusError } from './bus.ts';
import { openDatabaseBus } from './database-bus/database-bus.ts';
import { openNatsBus } from './nats-bus/nats-bus.ts';
import { type BusConfig, readBusConfig } from './open-bus.ts';

export interface Tool<Command> {
  /** Before the bus is opened, so that a wrong call is told at once. */
  readonly read: () => Command;
  /** Returns the exit code. */
  readonly run: (bus: Bus, command: Command) => Promise<number>;
  /** How it should have been called, for errors that are about that. */
  readonly help: (error: unknown) => string | undefined;
}

/** Runs a command on the bus that the environment names. Exit code 2 is a wrong call or environment, 1 everything else. */
export async function runTool<Command>(name: string, { read, run, help }: Tool<Command>): Promise<void> {
  try {
    const command = read();
    const { bus, close } = await openFrom(readConfig(process.env, readSettings));
    process.exitCode = await run(bus, command).finally(close);
  } catch (error) {
    const wrongCall = help(error);
    const expected = wrongCall !== undefined || error instanceof ConfigurationError || error instanceof BusError;
    const sentence = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
    process.stderr.write(`${name}: ${sentence}\n${wrongCall === undefined ? '' : `\n${wrongCall}\n`}`);
    process.exitCode = wrongCall !== undefined || error instanceof ConfigurationError ? 2 : 1;
  }
}

interface ToolConfig {
  readonly bus: BusConfig;
  readonly database: DatabaseConfig;
}

function readSettings(settings: Settings): ToolConfig {
  const config = { bus: readBusConfig(settings), database: readDatabaseConfig(settings, 'BUS') };
  const { bus, database } = config;
  if (bus.natsUrl === undefined && database.kind === 'embedded' && database.folder === undefined) {
    settings.report(
      'Nothing says where the bus is. Set NATS_URL, DATABASE_URL, or BUS_DATA_DIR to the embedded folder.',
    );
  }
  return config;
}

async function openFrom({ bus: { natsUrl: url, replicas }, database: config }: ToolConfig) {
  if (url !== undefined) {
    const bus = await openNatsBus({ url, replicas });
    return { bus, close: () => bus.close() };
  }
  const database = await openIn(config);
  const bus = await openDatabaseBus(database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await bus.close();
    await database.close();
  };
  return { bus, close };
}

async function openIn(config: DatabaseConfig): Promise<Database> {
  if (config.kind === 'embedded') return openEmbedded(config);
  return openPostgres({ ...config, onIdleError: () => undefined });
}
