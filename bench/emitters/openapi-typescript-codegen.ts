import type { Emitter } from './emitter.ts';

interface OpenApiTypescriptCodegen {
  readonly default: { generate(options: object): Promise<unknown> };
}

/** Types and services on `fetch`. */
export const openapiTypescriptCodegen: Emitter = {
  name: 'openapi-typescript-codegen',
  package: 'openapi-typescript-codegen',
  accepts: 'http',
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'], module: 'esnext', moduleResolution: 'bundler' },
  async emit(input, output) {
    const name = this.package;
    const { default: codegen }: OpenApiTypescriptCodegen = await import(name);
    await codegen.generate({ input, output });
  },
};
