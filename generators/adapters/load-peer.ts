import { UsageError } from '../../core/diagnostics/usage-error.ts';

/** Loads an emitter that the user has chosen to install: it is no dependency of ours. */
export async function loadPeer<Module>(target: string, load: () => Promise<Module>, install: string): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new UsageError(
      `The target ${target} prints with a package that is not installed: npm install --save-dev ${install}`,
    );
  }
}
