import { sharedRuntimeFiles } from '../shared-runtime.ts';
import type { GeneratedFile, ImportExtension } from '../target.ts';

/** This target's handwritten runtime, with what it shares with the server's. */
export function contractRuntimeFiles(importExtension: ImportExtension): GeneratedFile[] {
  return sharedRuntimeFiles({
    own: new URL('./runtime/', import.meta.url),
    folder: 'contract-runtime',
    importExtension,
  });
}
