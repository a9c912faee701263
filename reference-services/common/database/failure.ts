/** Network failures as Node names them, and what `pg` says when its pool or server gives no connection. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);
const messages =
  /timeout exceeded when trying to connect|Connection terminated|encountered a connection error|PGlite is (closed|closing)/i;

/** True when the database gave no answer, as opposed to refusing what we asked: the request may succeed later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  const code = sqlState(error);
  // PostgreSQL's appendix A: 08 connection, 40 rolled back for the sake of others, 53 resources, 57 operator or timeout.
  return networkCodes.has(code) || /^(08|40|53|57)[0-9A-Z]{3}$/.test(code) || messages.test(error.message);
}

/** True when a value does not fit its column (class 22, check violations): what was asked for is wrong, not the database. */
export function isUnstorable(error: unknown): boolean {
  const code = sqlState(error);
  return code.startsWith('22') || code === '23514';
}

/** The SQLSTATE that both drivers put into `code`; empty when there is none. */
export function sqlState(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
