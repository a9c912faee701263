import type { Emitter } from './emitter.ts';

interface HeyApi {
  createClient(config: object): Promise<unknown>;
}

/** Types, functions and the client on `fetch` that it ships with. */
export const heyApi: Emitter = {
  name: 'hey-api',
  package: '@hey-api/openapi-ts',
  accepts: 'http',
  // Its own types of query parameters know `form` and `deepObject` only.
  prepare: { delimitedStyles: false },
  // Its own client, which is the same for every document, names DOM types and hands `undefined` to optional members.
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'], exactOptionalPropertyTypes: false },
  async emit(input, output) {
    const name = this.package;
    const { createClient }: HeyApi = await import(name);
    await createClient({
      input,
      output: { path: output, module: { extension: '.js' } },
      logs: { level: 'silent', file: false },
      plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
    });
  },
};
