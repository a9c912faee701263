import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import type { View } from '../render.ts';
import { comment } from '../typescript/comment.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { memberAccess, type NameScope } from '../typescript/names.ts';
import { type ContractTypes, collectNames } from '../typescript/types/index.ts';
import { declaration, ItemTypes } from '../typescript-client/item-types.ts';
import { inputType } from './input-type.ts';
import { type OperationTypeNames, operationTypeNames } from './names.ts';
import { operationData } from './operation-data.ts';
import { outputType } from './output-type.ts';
import { type PlannedOperation, planOperations } from './plan.ts';
import { printDataMember } from './print-data.ts';
import type { SchemaData } from './schema-data.ts';

export interface OperationsSource {
  readonly contract: HttpContract;
  readonly types: ContractTypes;
  readonly scope: NameScope;
  readonly data: SchemaData;
  /** Collects the names that the printed types mention. */
  readonly uses: Set<string>;
}

/** What `handlers.hbs`, `operations.hbs` and `routes.hbs` say of each operation. */
export function viewOperations(planned: readonly NamedOperation[], source: OperationsSource): View[] {
  const { contract, data } = source;
  return planned.map((plan) => {
    const { operation, name, types } = plan;
    const about = [routeOf(operation), operation.summary ?? operation.description].filter(Boolean).join(': ');
    const spec = operationData(operation, operation.operationId ?? name, { schemas: contract.schemas, data });
    return {
      name,
      declarations: declare(plan, source),
      doc: comment(about, { indent: 2, deprecated: operation.deprecated }),
      signature: signatureOf(name, types, principalType(operation)),
      data: printDataMember(name, spec, 2),
      route: registrationOf(name),
    };
  });
}

export interface NamedOperation extends PlannedOperation {
  readonly types: OperationTypeNames;
}

/** The operations with the names of their types, taken after those of the schemas. */
export function nameOperations(contract: HttpContract, scope: NameScope): readonly NamedOperation[] {
  return planOperations(contract).map((plan) => ({ ...plan, types: operationTypeNames(plan, scope) }));
}

/** The types of what a handler is given and of what it may return. */
function declare({ operation, name, types: names }: NamedOperation, { types, scope, uses }: OperationsSource): string {
  const items = new ItemTypes(name, scope);
  const input = inputType(operation, types.context('input', uses), items);
  const output = outputType(operation, types.context('output', uses), items);
  for (const type of [input, output]) collectNames(type, uses);
  const route = routeOf(operation);
  return [
    ...items.declarations,
    `${comment(`What ${route} is asked with.`)}${declaration(names.input, input)}`,
    `${comment(`What ${route} may answer.`)}${declaration(names.output, output)}`,
  ].join('\n');
}

function routeOf({ method, path }: HttpOperation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}

/** The line that registers an operation, broken up where it is too long. */
function registrationOf(name: string): string {
  const parts = [memberAccess('operations', name), 'handlers', stringLiteral(name)];
  const line = `  routes.add(${parts.join(', ')});`;
  return line.length <= 120 ? line : `  routes.add(\n${parts.map((part) => `    ${part},\n`).join('')}  );`;
}

/** Public operations know nobody; a requirement of nothing beside others lets strangers in as well. */
function principalType({ security }: HttpOperation): string {
  const sizes = security.map(({ schemes }) => schemes.size);
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
