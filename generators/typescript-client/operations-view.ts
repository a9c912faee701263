import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { comment } from '../typescript/comment.ts';
import { printImports } from '../typescript/imports.ts';
import { indentRest } from '../typescript/layout.ts';
import {
  type ContractTypes,
  collectNames,
  layoutMembers,
  layoutType,
  type TypeNode,
} from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';
import { printHeader } from './header.ts';
import { inputType, isInputOptional } from './input-type.ts';
import { printOperationData } from './operation-data.ts';
import type { OperationNames } from './operation-names.ts';
import { declaredResponses, resultType } from './result-type.ts';
import { transportSchemes } from './security.ts';

export interface OperationsSource {
  readonly contract: HttpContract;
  readonly types: ContractTypes;
  readonly names: ReadonlyMap<HttpOperation, OperationNames>;
  readonly options: TargetOptions;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** For `operations.hbs` and `client.hbs`. */
export function viewOperations(source: OperationsSource): View {
  const { contract, names, options } = source;
  const uses = new Set<string>();
  const operations = contract.operations.map((operation) => viewOperation(operation, source, uses));
  for (const webhook of contract.webhooks) {
    const message = `The client has no code for the webhook "${webhook.path}": the service calls it, not the client.`;
    source.report(unsupported('webhook', webhook.location, message, 'info'));
  }
  const extension = options.importExtension;
  const runtime = (name: string) => `./runtime/${name}${extension}`;
  const pick = (...wanted: string[]) => wanted.filter((name) => uses.has(name));
  const statuses = ['1XX', '2XX', '3XX', '4XX', '5XX'].map((range) => `Status${range}`);
  const elsewhere = new Set(['Binary', 'BinaryBody', 'DeclaredHeaders', 'AnyStatus', 'StatusOfFailure', ...statuses]);
  const any = operations.length > 0;
  return {
    header: printHeader(contract),
    extension,
    any,
    imports: printImports([
      { names: pick('Binary', 'BinaryBody'), from: runtime('binary'), typeOnly: true },
      { names: any ? ['CallOptions'] : [], from: runtime('config'), typeOnly: true },
      { names: any ? ['OperationData'] : [], from: runtime('operation'), typeOnly: true },
      { names: pick('DeclaredHeaders'), from: runtime('result'), typeOnly: true },
      { names: pick('AnyStatus', 'StatusOfFailure', ...statuses), from: runtime('status'), typeOnly: true },
      { names: any ? ['Transport'] : [], from: runtime('transport'), typeOnly: true },
      { names: [...uses].filter((name) => !elsewhere.has(name)), from: `./types${extension}`, typeOnly: true },
    ]),
    clientImports: printImports([
      {
        names: [...names.values()].flatMap(({ input, result }) => [input, result]),
        from: `./operations${extension}`,
        typeOnly: true,
      },
      { names: any ? ['CallOptions'] : [], from: runtime('config'), typeOnly: true },
    ]),
    operations,
  };
}

function viewOperation(operation: HttpOperation, source: OperationsSource, uses: Set<string>): View {
  const { contract, types, report } = source;
  const names = source.names.get(operation);
  if (names === undefined) throw new Error(`No names were made for ${operation.method} ${operation.path}`);
  reportLosses(operation, report);
  const about = [operation.summary, operation.description].filter((text) => text !== undefined).join('\n\n');
  const { deprecated } = operation;
  const input = inputType(operation, types.context('input', uses));
  const result = resultType(operation, types.context('output', uses));
  for (const type of [input, result]) collectNames(type, uses);
  const data = printOperationData(operation, {
    ...{ id: operation.operationId ?? `${operation.method} ${operation.path}`, schemas: contract.schemas },
    ...{ servers: contract.servers, transportOnly: transportSchemes(contract) },
  });
  return {
    call: names.call,
    data: names.data,
    dataText: data,
    input: names.input,
    inputDeclaration: declareInput(names.input, input),
    signature: signature(names, isInputOptional(operation)),
    method: method(names, isInputOptional(operation)),
    binding: binding(names),
    result: names.result,
    resultText: alias(result),
    about: comment(about, { deprecated }),
    aboutMethod: comment(about, { indent: 2, deprecated }),
  };
}

function signature({ call, input, result }: OperationNames, inputOptional: boolean): string {
  const parameters = [
    'transport: Transport',
    `input: ${input}${inputOptional ? ' = {}' : ''}`,
    'options?: CallOptions',
  ];
  const line = `export function ${call}(${parameters.join(', ')}): Promise<${result}> {`;
  if (line.length <= 120) return line;
  return `export function ${call}(\n${parameters.map((one) => `  ${one},\n`).join('')}): Promise<${result}> {`;
}

/** The same as a member of the client's interface. */
function method({ call, input, result }: OperationNames, inputOptional: boolean): string {
  const parameters = [`input${inputOptional ? '?' : ''}: ${input}`, 'options?: CallOptions'];
  const line = `  ${call}(${parameters.join(', ')}): Promise<${result}>;`;
  if (line.length <= 120) return line;
  return `  ${call}(\n${parameters.map((one) => `    ${one},\n`).join('')}  ): Promise<${result}>;`;
}

function binding({ call }: OperationNames): string {
  const line = `    ${call}: (input, options) => operations.${call}(transport, input, options),`;
  return line.length <= 120 ? line : line.replace('=> ', '=>\n      ');
}

function declareInput(name: string, type: TypeNode): string {
  if (type.kind !== 'object' || type.members.length === 0) return `export type ${name} =${alias(type)};\n`;
  const members = layoutMembers(type.members, type.index);
  return `export interface ${name} {\n${members}}\n`;
}

/** What stands after the equals sign of a type alias. */
function alias(type: TypeNode): string {
  const text = layoutType(type);
  return indentRest(text.startsWith('\n') ? text : ` ${text}`, 0);
}

function reportLosses(operation: HttpOperation, report: (diagnostic: Diagnostic) => void): void {
  const { method, requestBody } = operation;
  if (requestBody !== undefined && (method === 'get' || method === 'head')) {
    const message = `A body of ${method.toUpperCase()} cannot be sent with fetch, so the client leaves it out. Use POST or QUERY.`;
    report(unsupported('body', requestBody.location, message));
  }
  if (/^(trace|connect|track)$/i.test(method)) {
    const message = `fetch refuses the method ${method.toUpperCase()}, so calls of this operation fail. Leave it to other tools.`;
    report(unsupported('method', operation.location, message));
  }
  const understood = new Set(declaredResponses(operation).map(({ usedAt }) => usedAt));
  for (const { status, usedAt } of operation.responses) {
    if (understood.has(usedAt)) continue;
    const message = `"${status}" is no status that the client can tell apart, so this response counts as undeclared. Write one like 404, 4XX or default.`;
    report(unsupported('status', usedAt, message));
  }
}
