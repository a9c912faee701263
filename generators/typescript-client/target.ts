import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../render.ts';
import { runtimeFiles } from '../runtime-files.ts';
import type { Generated, GeneratedFile, Target, TargetOptions } from '../target.ts';
import { NameScope } from '../typescript/names.ts';
import { printDeclarations } from '../typescript/types/index.ts';
import { viewIndex } from './index-view.ts';
import { nameOperations } from './operation-names.ts';
import { viewOperations } from './operations-view.ts';
import { printPayloads } from './payloads.ts';
import { runtimeTypeNames, runtimeValueNames } from './runtime-names.ts';
import { viewTransport } from './transport-view.ts';
import { viewTypes } from './types-view.ts';

const id = 'typescript-client';

/**
 * A client for an HTTP contract: a function per operation, a client object over them, and the handwritten runtime that
 * does the work. Of an event contract it prints the types.
 */
export const typescriptClient: Target = {
  id,
  summary: 'A client on fetch without dependencies, in TypeScript; of an event contract its types',
  accepts: ['http', 'event'],
  generate(contract: Contract, options: TargetOptions): Generated {
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    const scope = new NameScope([...runtimeTypeNames, ...runtimeValueNames]);
    const types = printDeclarations(contract, { scope, report });
    const file = (name: string, view: Parameters<typeof renderTemplate>[2]): GeneratedFile => ({
      path: `${name}.ts`,
      text: renderTemplate(id, name, view),
    });
    const runtime = runtimeFiles(new URL('./runtime/', import.meta.url), options.importExtension);

    if (contract.kind === 'event') {
      const payloads = printPayloads(contract, { types, scope, report });
      const needed = runtime.filter(({ path }) => path === 'runtime/binary.ts');
      const files = [file('types', viewTypes(contract, types, payloads, options))];
      return { files: types.imports.size + payloads.imports.size > 0 ? [...files, ...needed] : files, diagnostics };
    }
    const names = nameOperations(contract, scope);
    const operations = viewOperations({ contract, types, names, options, report });
    const files = [
      file('types', viewTypes(contract, types, { declarations: [], imports: new Set() }, options)),
      file('operations', operations),
      file('transport', viewTransport(contract, options, report)),
      file('client', operations),
      file('index', viewIndex(options)),
    ];
    return { files: [...files, ...runtime], diagnostics };
  },
};
