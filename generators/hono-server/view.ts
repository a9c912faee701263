import type { HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { View } from '../render.ts';
import type { ImportExtension } from '../target.ts';
import { comment } from '../typescript/comment.ts';
import { printImports } from '../typescript/imports.ts';
import { propertyKey } from '../typescript/names.ts';
import { printDeclarations } from '../typescript/types/index.ts';
import { printHeader } from '../typescript-client/header.ts';
import { runtimeTypes, serverScope } from './names.ts';
import { nameOperations, viewOperations } from './operations-view.ts';
import { printDataMember } from './print-data.ts';
import { schemaData } from './schema-data.ts';
import { credentialType, schemeData, usedSchemes } from './security-data.ts';
import { planMessages } from './senders/plan.ts';
import { viewSenders } from './senders/view.ts';

export interface ViewOptions {
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Everything that the templates of this target place. */
export function serverView(contract: HttpContract, { importExtension, report }: ViewOptions): View {
  const from = (module: string): string => `./${module}${importExtension}`;
  const runtimeModule = from('runtime/index');
  const scope = serverScope(contract);
  const types = printDeclarations(contract, { scope, report });
  const planned = nameOperations(contract, scope);
  const messages = planMessages(contract, scope);
  const data = schemaData(contract, report);
  const schemes = usedSchemes(contract);
  const parameters = schemes.length > 0 ? 'Deps, Principal' : 'Deps';

  const any = planned.length > 0;
  const uses = new Set(any ? ['Answer', 'Context'] : []);
  const operations = viewOperations(planned, { contract, types, scope, data, uses });
  const senders = viewSenders(messages, { contract, types, scope, data, importExtension, report });
  const isOwn = (name: string): boolean => runtimeTypes.has(name) || name === types.names.binary;
  const credentials = new Set(schemes.map((name) => credentialType(contract.securitySchemes.get(name))));

  return {
    header: printHeader(contract),
    parameters,
    parameterDefaults: schemes.length > 0 ? 'Deps, Principal = unknown' : 'Deps',
    secured: schemes.length > 0,
    types: {
      imports: printImports([{ names: types.imports, from: runtimeModule, typeOnly: true }]),
      declarations: types.declarations.length > 0 ? types.declarations : ['export {};\n'],
    },
    handlers: {
      imports: printImports([
        { names: [...uses].filter(isOwn), from: runtimeModule, typeOnly: true },
        { names: [...uses].filter((name) => !isOwn(name)), from: from('types'), typeOnly: true },
      ]),
    },
    any,
    operations,
    senders,
    sends: messages.length > 0,
    schemas: data.definitions.map(([name, schema]) => printDataMember(name, schema, 2)),
    security: schemes.map((name) => {
      const scheme = contract.securitySchemes.get(name);
      return {
        doc: comment(scheme?.description, { indent: 2, deprecated: scheme?.deprecated ?? false }),
        member: propertyKey(name),
        data: printDataMember(name, schemeData(scheme), 2),
        credential: credentialType(scheme),
      };
    }),
    securityImports: printImports([
      { names: [...credentials, 'SecurityHandler', 'SecuritySchemeSpec'], from: runtimeModule, typeOnly: true },
    ]),
    modules: Object.fromEntries(
      ['types', 'schemas', 'operations', 'handlers', 'security', 'routes', 'senders'].map((name) => [name, from(name)]),
    ),
    runtime: runtimeModule,
  };
}
