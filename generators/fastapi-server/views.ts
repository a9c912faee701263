import { docstring } from '../python/comment.ts';
import { Imports } from '../python/imports.ts';
import { assignment, call, layout } from '../python/layout.ts';
import { stringLiteral } from '../python/literal.ts';
import type { PrintContext } from '../python/types/print-type.ts';
import type { ClientOperation } from '../python-client/client-operation.ts';
import { parameterCode } from '../python-client/client-view.ts';
import { headerOf, importModels, outside, type Source, spaced, titleOf } from '../python-client/views.ts';
import type { View } from '../render.ts';
import { wireMethod } from '../typescript-client/operation-data.ts';
import { operationData } from './operation-data.ts';
import { printResponses } from './print-responses.ts';

/** For `responses.hbs`. */
export function viewResponses({ contract, operations }: Source): View {
  const imports = new Imports();
  const declarations = operations.flatMap((operation) => printResponses(operation, outside(imports)));
  importModels(imports, declarations);
  return { header: headerOf(contract), imports: imports.print(), declarations: spaced(declarations) };
}

/** For `operations.hbs`. */
export function viewOperations({ contract, models, operations }: Source): View {
  const imports = new Imports();
  const context = outside(imports);
  const constants = operations.map((one) => assignment(one.names.data, operationData(one, models, context)));
  importModels(imports, constants);
  return { header: headerOf(contract), imports: imports.print(), constants };
}

/** For `handlers.hbs`. */
export function viewHandlers({ contract, operations }: Source): View {
  const imports = new Imports();
  const context = outside(imports);
  const methods = operations.map((operation) => viewHandler(operation, context));
  imports.add('abc', 'ABC', ...(methods.length > 0 ? ['abstractmethod'] : []));
  if (methods.length > 0) {
    imports.add('.', 'responses');
    imports.add('fastapi', 'Request');
  }
  importModels(
    imports,
    methods.map(({ signature }) => String(signature)),
  );
  const about = `What ${titleOf(contract)} does: a method for each operation.`;
  return {
    header: headerOf(contract),
    imports: imports.print(),
    about: docstring(about, { indent: 4 }),
    methods,
  };
}

function viewHandler({ operation, names, result, inputs }: ClientOperation, context: PrintContext): View {
  const { summary, description, deprecated } = operation;
  const parameters = inputs.map((input) => parameterCode({ ...input, default: undefined }, context));
  const keywords = parameters.length > 0 ? ['*', ...parameters] : [];
  const told = [summary, description].filter((text) => text !== undefined && text.trim() !== '').join('\n\n');
  const address = `${operation.method.toUpperCase()} ${operation.path}`;
  const entries = inputs.map((input) => ({ name: input.name, text: input.description }));
  return {
    signature: layout(call(`async def ${names.method}`, ['self', 'request: Request', ...keywords]), 4, {
      after: ` -> responses.${result}:`,
    }),
    // Also where nothing of the description can be printed a method needs a body.
    about: docstring(docstring(told, { indent: 0 }) === '' ? address : told, { indent: 8, deprecated, entries }),
  };
}

/** For `routes.hbs`. */
export function viewRoutes({ contract, operations }: Source): View {
  const imports = new Imports();
  imports.add('fastapi', 'APIRouter');
  imports.add('.handlers', 'Handlers');
  if (operations.length > 0) {
    imports.add('.', 'operations');
    imports.add('.runtime.serve', 'add_route');
  }
  // Routers take the first route that fits, so paths without parameters come first.
  const ordered = operations.toSorted((a, b) => comparePaths(a.operation.path, b.operation.path));
  const routes = ordered.map(({ operation, names }) => {
    const method = stringLiteral(wireMethod(operation.method));
    const targets = [`operations.${names.data}`, `handlers.${names.method}`];
    return layout(call('add_route', ['router', method, stringLiteral(operation.path), ...targets]), 4);
  });
  return { header: headerOf(contract), imports: imports.print(), routes };
}

function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (const [i, segment] of left.entries()) {
    const difference = Number(segment.includes('{')) - Number(right[i]?.includes('{') ?? false);
    if (difference !== 0) return difference;
    if (segment !== right[i]) return 0;
  }
  return 0;
}

/** For `init.hbs`. */
export function viewInit({ contract }: Source): View {
  return {
    header: headerOf(contract),
    about: docstring(`A server for ${titleOf(contract)} ${contract.info.version}.`, { indent: 0 }),
  };
}
