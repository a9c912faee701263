import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { comment } from '../typescript/comment.ts';
import { printImports } from '../typescript/imports.ts';
import type { NameScope } from '../typescript/names.ts';
import {
  type ContractTypes,
  collectNames,
  layoutType,
  placeOfAlias,
  type TypeNode,
} from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';
import { kindOf } from './content-kind.ts';
import { printHeader } from './header.ts';
import { inputType, isInputOptional } from './input-type.ts';
import { declaration, ItemTypes } from './item-types.ts';
import { printOperationData } from './operation-data.ts';
import { operationImports } from './operation-imports.ts';
import type { OperationNames } from './operation-names.ts';
import { type Pages, pagesOf } from './pagination/pages.ts';
import { viewPages } from './pagination/view.ts';
import { declaredResponses, hasBody, resultType } from './result-type.ts';
import { transportSchemes } from './security.ts';
import { sequenceOf } from './sequences.ts';
import { SharedBodies } from './shared-bodies.ts';
import { type CallShape, signature, streamedMethod } from './signatures.ts';
import type { ReceivedValues } from './values/received-values.ts';

export interface OperationsSource {
  readonly contract: HttpContract;
  readonly types: ContractTypes;
  readonly names: ReadonlyMap<HttpOperation, OperationNames>;
  readonly scope: NameScope;
  readonly options: TargetOptions;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where responses hold values to convert. */
  readonly received?: ReceivedValues | undefined;
}

export interface OperationsView {
  /** For `operations.hbs` and `client.hbs`. */
  readonly view: View;
  /** The names that the operations take from elsewhere. */
  readonly uses: ReadonlySet<string>;
}

/** What all operations add to. */
interface Shared {
  readonly uses: Set<string>;
  readonly bodies: SharedBodies;
}

export function viewOperations(source: OperationsSource): OperationsView {
  const { contract, options } = source;
  const uses = new Set<string>();
  const bodies = new SharedBodies(contract.operations, source.scope);
  const made = contract.operations.map((operation) => viewOperation(operation, source, { uses, bodies }));
  for (const type of bodies.types) collectNames(type, uses);
  for (const webhook of contract.webhooks) {
    const message = `The client has no code for the webhook "${webhook.path}": the service calls it, not the client.`;
    source.report(unsupported('webhook', webhook.location, message, 'info'));
  }
  const any = made.length > 0;
  const view = {
    header: printHeader(contract),
    extension: options.importExtension,
    any,
    imports: any ? `${operationImports(uses, options.importExtension)}${source.received?.imports(options) ?? ''}` : '',
    streamImports: uses.has('Streamed')
      ? printImports([
          {
            names: ['CallOptions', 'StreamOptions'],
            from: `./runtime/config${options.importExtension}`,
            typeOnly: true,
          },
          { names: ['Streamed'], from: `./runtime/result${options.importExtension}`, typeOnly: true },
        ])
      : '',
    hasStreams: uses.has('Streamed'),
    bodies: bodies.declarations,
    operations: made,
  };
  return { view, uses };
}

function viewOperation(operation: HttpOperation, source: OperationsSource, { uses, bodies }: Shared): View {
  const { contract, types, report, scope } = source;
  const names = source.names.get(operation);
  if (names === undefined) throw new Error(`No names were made for ${operation.method} ${operation.path}`);
  reportLosses(operation, report);
  const about = [operation.summary, operation.description].filter((text) => text !== undefined).join('\n\n');
  const { deprecated } = operation;
  const items = new ItemTypes(names.call, scope);
  const output = types.context('output', uses);
  const input = inputType(operation, types.context('input', uses), items);
  const result = resultType(operation, { context: output, items, bodies });
  for (const type of [input, result]) collectNames(type, uses);
  const shape: CallShape = {
    names,
    inputOptional: isInputOptional(operation),
    streamed: isStreamed(operation, contract),
  };
  if (shape.streamed) for (const name of ['Streamed', 'StreamOptions']) uses.add(name);
  const pages = pagesOf(operation, contract.schemas, report);
  const paging = pages === undefined ? undefined : viewPages(pages, shape, { scope, items, context: output });
  for (const name of paging?.uses ?? []) uses.add(name);
  return {
    data: names.data,
    dataType: pages === undefined ? 'OperationData' : 'PagedOperation',
    dataText: dataText(operation, source, pages, uses),
    inputDeclaration: declaration(names.input, input),
    itemDeclarations: items.declarations.map((text) => `${text}\n`).join(''),
    signature: signature(shape),
    // A mapped type loses the type parameter of a function that streams, so the client says these once more.
    streamed: shape.streamed && {
      aboutMethod: comment(about, { indent: 2, deprecated }),
      method: streamedMethod(shape),
    },
    result: names.result,
    resultText: alias(names.result, result),
    about: comment(about, { deprecated }),
    pages: paging?.view ?? false,
  };
}

function dataText(
  operation: HttpOperation,
  { contract, received }: OperationsSource,
  pages: Pages | undefined,
  uses: Set<string>,
): string {
  uses.add(pages === undefined ? 'OperationData' : 'PagedOperation');
  return printOperationData(operation, {
    ...{ id: operation.operationId ?? `${operation.method} ${operation.path}`, schemas: contract.schemas, uses, pages },
    ...{ servers: contract.servers, transportOnly: transportSchemes(contract), received },
  });
}

/** Whether an answer may be bytes or a sequence of items, which the runtime can hand out as they come in. */
function isStreamed(operation: HttpOperation, { schemas }: HttpContract): boolean {
  return declaredResponses(operation)
    .filter((response) => hasBody(operation, response))
    .flatMap(({ content }) => content)
    .some((media) => {
      const kind = kindOf(media, schemas);
      return kind === 'binary' || (kind === 'stream' && sequenceOf(media) !== undefined);
    });
}

/** What stands after the equals sign of a type alias. */
function alias(name: string, type: TypeNode): string {
  const text = layoutType(type, placeOfAlias(name));
  return text.startsWith('\n') ? text : ` ${text}`;
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
