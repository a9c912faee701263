import type { Logger } from './logging.ts';

export interface Stoppable {
  /** Finishes what was begun and frees everything. */
  stop(): Promise<void>;
}

/** Drains on SIGTERM and SIGINT, then ends the process. A second signal, or running out of time, ends it at once. */
export function stopOnSignal(
  service: Stoppable,
  options: { readonly logger: Logger; readonly timeoutMs: number },
): void {
  const { logger, timeoutMs } = options;
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'draining');
    setTimeout(() => {
      logger.error({ timeoutMs }, 'drain took too long');
      process.exit(1);
    }, timeoutMs).unref();
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error }, 'drain failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
