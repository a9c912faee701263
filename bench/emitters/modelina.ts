import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Emitter } from './emitter.ts';

interface Modelina {
  readonly TypeScriptGenerator: new () => {
    generateCompleteModels(
      input: string,
      options: object,
    ): Promise<ReadonlyArray<{ readonly modelName: string; readonly result: string }>>;
  };
}

/** A class per schema. */
export const modelina: Emitter = {
  name: 'modelina',
  package: '@asyncapi/modelina',
  accepts: 'event',
  adapter: 'modelina-typescript',
  // Imports without file extension, types imported as values, `undefined` put into optional members, and constructors of empty
  // classes that take an argument.
  compilerOptions: {
    ...{ module: 'esnext', moduleResolution: 'bundler' },
    ...{ exactOptionalPropertyTypes: false, verbatimModuleSyntax: false, isolatedModules: false },
    noUnusedParameters: false,
  },
  async emit(input, output) {
    const name = this.package;
    const { TypeScriptGenerator }: Modelina = await import(name);
    const generator = new TypeScriptGenerator();
    const models = await generator.generateCompleteModels(pathToFileURL(input).href, { exportType: 'named' });
    for (const { modelName, result } of models) writeFileSync(join(output, `${modelName}.ts`), result);
  },
};
