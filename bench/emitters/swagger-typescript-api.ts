import type { Emitter } from './emitter.ts';

interface SwaggerTypescriptApi {
  generateApi(options: object): Promise<unknown>;
}

/** Types and a class over them on `fetch`. */
export const swaggerTypescriptApi: Emitter = {
  name: 'swagger-typescript-api',
  package: 'swagger-typescript-api',
  accepts: 'http',
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'] },
  async emit(input, output) {
    const name = this.package;
    const { generateApi }: SwaggerTypescriptApi = await import(name);
    await generateApi({ input, output, fileName: 'api.ts', silent: true });
  },
};
