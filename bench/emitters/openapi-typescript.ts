import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Emitter } from './emitter.ts';

/** Types only, for `openapi-fetch`. */
export const openapiTypescript: Emitter = {
  name: 'openapi-typescript',
  package: 'openapi-typescript',
  accepts: 'http',
  adapter: 'openapi-typescript',
  compilerOptions: {},
  async emit(input, output) {
    const { default: print, astToString } = await import('openapi-typescript');
    const printed = await print(pathToFileURL(input), { silent: true });
    writeFileSync(join(output, 'schema.ts'), astToString(printed));
  },
};
