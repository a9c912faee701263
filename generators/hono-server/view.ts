import type { HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { View } from '../render.ts';
import type { ImportExtension } from '../target.ts';
import { comment } from '../typescript/comment.ts';
import { printImports } from '../typescript/imports.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { memberAccess, propertyKey } from '../typescript/names.ts';
import { printDeclarations } from '../typescript/types/index.ts';
import { printHeader } from '../typescript-client/header.ts';
import { declareInput } from './input-type.ts';
import { type OperationTypeNames, operationTypeNames, serverScope } from './names.ts';
import { operationData } from './operation-data.ts';
import { declareOutput } from './output-type.ts';
import { planOperations } from './plan.ts';
import { printDataMember } from './print-data.ts';
import { schemaData } from './schema-data.ts';
import { credentialType, schemeData, usedSchemes } from './security-data.ts';

export interface ViewOptions {
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Everything that the templates of this target place. */
export function serverView(contract: HttpContract, { importExtension, report }: ViewOptions): View {
  const from = (module: string): string => `./${module}${importExtension}`;
  const runtimeModule = from('runtime/index');
  const scope = serverScope();
  const types = printDeclarations(contract, { scope, report });
  const planned = planOperations(contract).map((plan) => ({ ...plan, types: operationTypeNames(plan, scope) }));
  const data = schemaData(contract, report);
  const schemes = usedSchemes(contract);
  const parameters = schemes.length > 0 ? 'Deps, Principal' : 'Deps';

  const any = planned.length > 0;
  const source = { types, uses: new Set<string>(), runtime: new Set(any ? ['Answer', 'Context'] : []) };
  const operations = planned.map(({ operation, name, types: names }) => ({
    name,
    declarations: `${declareInput(names.input, operation, source)}\n${declareOutput(names.output, operation, source)}`,
    doc: comment(
      [`\`${operation.method.toUpperCase()} ${operation.path}\``, operation.summary ?? operation.description]
        .filter(Boolean)
        .join(': '),
      {
        indent: 2,
        deprecated: operation.deprecated,
      },
    ),
    signature: signatureOf(
      name,
      names,
      principalType(operation.security.map((requirement) => requirement.schemes.size)),
    ),
    data: printDataMember(
      name,
      operationData(operation, operation.operationId ?? name, { schemas: contract.schemas, data }),
      2,
    ),
    route: routeOf(name),
  }));
  if (source.uses.delete(types.names.binary)) source.runtime.add(types.names.binary);
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
        { names: source.runtime, from: runtimeModule, typeOnly: true },
        { names: source.uses, from: from('types'), typeOnly: true },
      ]),
    },
    any,
    operations,
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
      ['types', 'schemas', 'operations', 'handlers', 'security', 'routes'].map((name) => [name, from(name)]),
    ),
    runtime: runtimeModule,
  };
}

/** The line that registers an operation, broken up where it is too long. */
function routeOf(name: string): string {
  const parts = [memberAccess('operations', name), 'handlers', stringLiteral(name)];
  const line = `  routes.add(${parts.join(', ')});`;
  return line.length <= 120 ? line : `  routes.add(\n${parts.map((part) => `    ${part},\n`).join('')}  );`;
}

/** Public operations know nobody; a requirement of nothing beside others lets strangers in as well. */
function principalType(sizes: readonly number[]): string {
  if (sizes.every((size) => size === 0)) return '';
  return sizes.includes(0) ? ', Principal | undefined' : ', Principal';
}

/** `(input, context) => Answer<Output>`, one parameter a line where one line is too long. */
function signatureOf(name: string, { input, output }: OperationTypeNames, principal: string): string {
  const parameters = [`input: ${input}`, `context: Context<Deps${principal}>`];
  const line = `(${parameters.join(', ')}) => Answer<${output}>`;
  if (line.length + name.length <= 120 - 14) return line;
  return `(\n${parameters.map((parameter) => `    ${parameter},\n`).join('')}  ) => Answer<${output}>`;
}
