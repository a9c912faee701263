import type { Contract, EventContract, HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate, type View } from '../render.ts';
import { runtimeFiles } from '../runtime-files.ts';
import type { Generated, GeneratedFile, Target, TargetOptions } from '../target.ts';
import { NameScope } from '../typescript/names.ts';
import { type ContractTypes, printDeclarations } from '../typescript/types/index.ts';
import { distinctDiagnostics } from '../unsupported.ts';
import { printHeader } from './header.ts';
import { viewIndex } from './index-view.ts';
import { nameOperations } from './operation-names.ts';
import { viewOperations } from './operations-view.ts';
import { noPayloads, printPayloads } from './payloads.ts';
import { runtimeTypeNames, runtimeValueNames } from './runtime-names.ts';
import { viewTransport } from './transport-view.ts';
import { viewTypes } from './types-view.ts';
import { usedRuntime } from './used-runtime.ts';
import { valueOptionsOf, valueTargetOptions } from './values/options.ts';
import { ReceivedValues } from './values/received-values.ts';
import { reservedFor } from './values/reserved.ts';
import { withValues } from './values/runtime-files.ts';
import { planValues, type ValuePlan } from './values/value-plan.ts';
import { webSocketFiles } from './websocket/files.ts';
import { webSocketNames } from './websocket/names.ts';
import { planSockets } from './websocket/sockets.ts';

const id = 'typescript-client';

/**
 * A client for an HTTP contract: a function per operation, a client object over them, and the handwritten runtime that
 * does the work. Of an event contract it prints the types and, where that speaks WebSocket, a client for it.
 */
export const typescriptClient: Target = {
  id,
  summary:
    'A client on fetch without dependencies, in TypeScript; of an event contract its types and a WebSocket client',
  accepts: ['http', 'event'],
  options: valueTargetOptions,
  generate(contract: Contract, options: TargetOptions): Generated {
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    const values = planValues(contract, valueOptionsOf(options), report);
    const scope = new NameScope([
      ...reservedFor(values),
      ...runtimeTypeNames,
      ...runtimeValueNames,
      ...(contract.kind === 'event' ? webSocketNames : []),
    ]);
    const types = printDeclarations(contract, { scope, report, values });
    const parts: Parts = { types, scope, options, report, values };
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
  readonly values: ValuePlan | undefined;
}

function clientFiles(contract: HttpContract, { types, scope, options, report, values }: Parts): GeneratedFile[] {
  const names = nameOperations(contract, scope);
  const received = values?.converts === true ? new ReceivedValues(contract, values, types) : undefined;
  const operations = viewOperations({ contract, types, names, scope, options, report, received });
  const files = [
    render('types', viewTypes(contract, types, noPayloads, options)),
    render('operations', operations.view),
    render('transport', viewTransport(contract, options, report)),
    render('client', operations.view),
    render('index', viewIndex(contract, operations.uses, options)),
    ...(received?.file(printHeader(contract), options) ?? []),
  ];
  const runtime = runtimeFiles(runtimeFolder, options.importExtension);
  return [...files, ...usedRuntime(files, values === undefined ? runtime : withValues(runtime, values, options))];
}

function eventFiles(contract: EventContract, { types, scope, options, report, values }: Parts): GeneratedFile[] {
  const payloads = printPayloads(contract, { types, scope, report });
  const needsBytes = types.imports.has(types.names.binary) || payloads.imports.size > 0;
  const runtime = runtimeFiles(runtimeFolder, options.importExtension);
  const sockets = planSockets(contract, scope);
  return [
    render('types', viewTypes(contract, types, payloads, options)),
    ...webSocketFiles({
      ...{ contract, types, sockets, report, extension: options.importExtension },
      payloadType: payloads.nameOf,
    }),
    ...runtime.filter(({ path }) => needsBytes && path === 'runtime/binary.ts'),
    ...(values === undefined ? [] : withValues([], values, options)),
  ];
}

const runtimeFolder = new URL('./runtime/', import.meta.url);

function render(name: string, view: View): GeneratedFile {
  return { path: `${name}.ts`, text: renderTemplate(id, name, view) };
}
