import { UsageError } from '../../core/diagnostics/usage-error.ts';

/** Runs `action`; what the system refuses (a full disk, missing rights, a name that is too long) is no fault of the generator. */
export function usingFolder<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(`The output folder ${folder} cannot be used: ${error.message}`);
  }
}
