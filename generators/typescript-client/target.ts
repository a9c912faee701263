import type { Contract, EventContract, HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate, type View } from '../render.ts';
import { runtimeFiles } from '../runtime-files.ts';
import type { Generated, GeneratedFile, Target, TargetOptions } from '../target.ts';
import { NameScope } from '../typescript/names.ts';
import { type ContractTypes, printDeclarations } from '../typescript/types/index.ts';
import { distinctDiagnostics } from '../unsupported.ts';
import { viewIndex } from './index-view.ts';
import { nameOperations } from './operation-names.ts';
import { viewOperations } from './operations-view.ts';
import { noPayloads, printPayloads } from './payloads.ts';
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
    const parts: Parts = { types, scope, options, report };
    const files = contract.kind === 'http' ? clientFiles(contract, parts) : eventFiles(contract, parts);
    // A schema that is printed for both directions reports twice.
    return { files, diagnostics: distinctDiagnostics(diagnostics) };
  },
};

interface Parts {
  readonly types: ContractTypes;
  readonly scope: NameScope;
  readonly options: TargetOptions;
  readonly report: (diagnostic: Diagnostic) => void;
}

function clientFiles(contract: HttpContract, { types, scope, options, report }: Parts): GeneratedFile[] {
  const names = nameOperations(contract, scope);
  const operations = viewOperations({ contract, types, names, options, report });
  return [
    render('types', viewTypes(contract, types, noPayloads, options)),
    render('operations', operations),
    render('transport', viewTransport(contract, options, report)),
    render('client', operations),
    render('index', viewIndex(options)),
    ...runtimeFiles(runtimeFolder, options.importExtension),
  ];
}

function eventFiles(contract: EventContract, { types, scope, options, report }: Parts): GeneratedFile[] {
  const payloads = printPayloads(contract, { types, scope, report });
  const needsBytes = types.imports.size + payloads.imports.size > 0;
  const runtime = runtimeFiles(runtimeFolder, options.importExtension);
  return [
    render('types', viewTypes(contract, types, payloads, options)),
    ...runtime.filter(({ path }) => needsBytes && path === 'runtime/binary.ts'),
  ];
}

const runtimeFolder = new URL('./runtime/', import.meta.url);

function render(name: string, view: View): GeneratedFile {
  return { path: `${name}.ts`, text: renderTemplate(id, name, view) };
}
