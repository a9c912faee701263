import { docstring } from '../python/comment.ts';
import { Imports } from '../python/imports.ts';
import { type Code, call, flat, layout, prefixed } from '../python/layout.ts';

import { type PrintContext, printType } from '../python/types/print-type.ts';
import type { View } from '../render.ts';
import type { Argument } from './arguments.ts';
import type { ClientOperation } from './client-operation.ts';
import { mapping } from './operation-data.ts';
import { headerOf, importModels, outside, type Source, titleOf } from './views.ts';

export type Flavour = 'sync' | 'async';

/** For `client.hbs`, which prints both clients. */
export function viewClient({ contract, operations }: Source, flavour: Flavour): View {
  const imports = new Imports();
  const context = outside(imports);
  const isAsync = flavour === 'async';
  const methods = operations.map((operation) => viewMethod(operation, context, isAsync));
  imports.add('collections.abc', 'Mapping');
  imports.add('typing', 'Self');
  imports.add('httpx');
  imports.add('.credentials', 'Credentials');
  imports.add('.service', 'SERVICE');
  imports.add('.runtime.retry', 'Retry');
  imports.add('.runtime.settings', 'Settings');
  if (methods.length > 0) {
    imports.add('.', 'operations', 'results');
    imports.add('.runtime.request', 'Call');
    imports.add('.runtime.settings', 'CallOptions');
  }
  imports.add(isAsync ? '.runtime.async_transport' : '.runtime.transport', isAsync ? 'AsyncTransport' : 'Transport');
  importModels(
    imports,
    methods.map(({ signature }) => String(signature)),
  );
  return {
    header: headerOf(contract),
    imports: imports.print(),
    className: isAsync ? 'AsyncClient' : 'Client',
    about: docstring(`The operations of ${titleOf(contract)}, over one pool of connections.`, { indent: 4 }),
    httpClient: isAsync ? 'httpx.AsyncClient' : 'httpx.Client',
    transport: isAsync ? 'AsyncTransport' : 'Transport',
    def: isAsync ? 'async def' : 'def',
    await: isAsync ? 'await ' : '',
    enter: isAsync ? '__aenter__' : '__enter__',
    exit: isAsync ? '__aexit__' : '__exit__',
    methods,
  };
}

function viewMethod(
  { operation, names, result, inputs }: ClientOperation,
  context: PrintContext,
  isAsync: boolean,
): View {
  const { summary, description, deprecated } = operation;
  context.imports.add('.runtime.settings', 'CallOptions');
  const parameters = inputs.map((input) => parameterCode(input, context));
  const head = call(`${isAsync ? 'async ' : ''}def ${names.method}`, [
    ...['self', '*', ...parameters, 'options: CallOptions | None = None'],
  ]);
  const told = [summary, description].filter((text) => text !== undefined && text.trim() !== '').join('\n\n');
  const about = told === '' ? `${operation.method.toUpperCase()} ${operation.path}` : told;
  const entries = inputs.map((input) => ({ name: input.name, text: input.description }));
  const send = call(`return ${isAsync ? 'await ' : ''}self._transport.send`, [
    `operations.${names.data}`,
    call('Call', callArguments(inputs)),
  ]);
  return {
    signature: layout(head, 4, { after: ` -> results.${result}:` }),
    about: docstring(about, { indent: 8, deprecated, entries }),
    send: layout(send, 8),
  };
}

/** `body: A | B | None = None` */
export function parameterCode({ name, type, default: value }: Argument, context: PrintContext): Code {
  const after = value === undefined ? '' : ` = ${value}`;
  const printed = printType(type, context);
  const operands = typeof printed !== 'string' && 'operands' in printed ? printed.operands : [printed];
  const [first = '', ...rest] = operands;
  const start = typeof first !== 'string' && 'operands' in first ? flat(first) : first;
  return { operands: [prefixed(`${name}: `, start), ...rest], after };
}

function callArguments(inputs: readonly Argument[]) {
  const given = inputs.filter(({ parameter }) => parameter !== undefined);
  const body = inputs.find(({ name, parameter }) => name === 'body' && parameter === undefined);
  const chosen = inputs.some(({ name, parameter }) => name === 'content_type' && parameter === undefined);
  return [
    mapping(
      'arguments=',
      given.map(({ name }) => [name, name]),
    ),
    ...(body === undefined
      ? []
      : ['body=body', `has_body=${body.default === undefined ? 'True' : 'body is not None'}`]),
    ...(chosen ? [`content_type=content_type`] : []),
    'options=options',
  ];
}
