import { join } from 'node:path';
import type { Emitter } from './emitter.ts';

interface Orval {
  generate(config: object, workspace: string, options: object): Promise<unknown>;
}

/** Types and functions on `fetch`, in one file. */
export const orval: Emitter = {
  name: 'orval',
  package: 'orval',
  accepts: 'http',
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'] },
  async emit(input, output) {
    const { generate }: Orval = await import(this.package);
    const config = { target: join(output, 'client.ts'), client: 'fetch', mode: 'single' };
    await generate({ input: { target: input }, output: config }, output, { throwOnError: true });
  },
};
