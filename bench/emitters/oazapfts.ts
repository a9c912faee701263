import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emitter } from './emitter.ts';

/** Types and functions on `@oazapfts/runtime`. */
export const oazapfts: Emitter = {
  name: 'oazapfts',
  package: 'oazapfts',
  accepts: 'http',
  adapter: 'oazapfts',
  // It imports what only some documents need, and spreads optional options into the `RequestInit` of its runtime.
  compilerOptions: { exactOptionalPropertyTypes: false, noUnusedLocals: false },
  async emit(input, output) {
    const { generateSource } = await import('oazapfts');
    writeFileSync(join(output, 'api.ts'), await generateSource(input));
  },
};
