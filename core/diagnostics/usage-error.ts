/**
 * The invocation is wrong: an unknown option value, a path that does not exist, a broken config file. Thrown anywhere,
 * caught once by the command line, which prints the message and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
