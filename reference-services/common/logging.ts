import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export interface LoggingOptions {
  readonly service: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
}

/**
 * Members that may hold secrets or personal data. The code never logs bodies, query strings or headers; this is the net
 * below it, for the day when somebody logs an object that holds them.
 */
const hidden = [
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
  'url',
  'displayName',
  'notes',
  'text',
  'title',
];

/** Structured logs: one JSON object a line, times in ISO 8601. */
export function createLogger({ service, level, destination }: LoggingOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
    serializers: { error: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Name, message, code and stack. Drivers attach the values of the row at fault (`detail`), which are personal data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  return { name: error.name, message: error.message, ...code, stack: error.stack };
}
