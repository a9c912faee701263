import { ConfigurationError, readConfig } from '../config.ts';
import { MigrationError } from '../database/migration-error.ts';
import type { Logger } from '../logging.ts';
import { type Stoppable, stopOnSignal } from '../shutdown.ts';
import { readTracingConfig, startTracing } from '../tracing/start-tracing.ts';

export interface Running extends Stoppable {
  readonly url: string;
  readonly logger: Logger;
  /** What the first log line says beside the address; no secrets. */
  readonly about: Readonly<Record<string, string>>;
  readonly drainTimeoutMs: number;
}

/** Starts a service as the environment says. Wrong configuration ends with code 2, a failed start with 1. */
export async function main(name: string, start: () => Promise<Running>): Promise<void> {
  try {
    const tracing = startTracing(name, readConfig(process.env, readTracingConfig));
    const running = await start();
    const { url, logger, about, drainTimeoutMs } = running;
    const stop = async () => {
      await running.stop();
      await tracing.stop();
    };
    stopOnSignal({ stop }, { logger, timeoutMs: drainTimeoutMs });
    logger.info({ address: url, ...about }, `${name} is ready at ${url}`);
  } catch (error) {
    process.stderr.write(`${name} did not start: ${sentenceOf(error)}\n`);
    process.exit(error instanceof ConfigurationError ? 2 : 1);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof MigrationError) return error.message;
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join(' ');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
