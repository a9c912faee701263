import type { Encoding, HttpOperation, MediaType, Parameter, Server } from '../../core/contract/model.ts';
import type { Imports } from '../python/imports.ts';
import { type Brackets, type Code, call, prefixed } from '../python/layout.ts';
import { literal, stringLiteral } from '../python/literal.ts';
import type { Models } from '../python/types/models.ts';
import { type PrintContext, printType } from '../python/types/print-type.ts';
import { kindOf } from '../typescript-client/content-kind.ts';
import { wireMethod } from '../typescript-client/operation-data.ts';
import type { Argument } from './arguments.ts';
import type { Outcome } from './responses.ts';

export interface DataOptions {
  readonly models: Models;
  readonly context: PrintContext;
  readonly arguments: readonly Argument[];
  readonly outcomes: readonly Outcome[];
  readonly servers: readonly Server[];
  readonly transportOnly: ReadonlySet<string>;
}

/** The `Operation(…)` that tells the runtime how to send an operation. What the runtime assumes anyway is left out. */
export function operationData(operation: HttpOperation, options: DataOptions): Code {
  const { operationId, method, path, requestBody, security, servers } = operation;
  const { imports } = options.context;
  imports.add('.runtime.operation', 'Answer', 'Operation');
  const parameters = options.arguments.flatMap(({ name, parameter }) =>
    parameter === undefined ? [] : [parameterData(name, parameter)],
  );
  if (parameters.length > 0) imports.add('.runtime.operation', 'Parameter');
  const content = requestBody?.content ?? [];
  const requirements = security.map(({ schemes }) =>
    literal([...schemes.keys()].filter((name) => !options.transportOnly.has(name))),
  );
  return call('Operation', [
    `id=${stringLiteral(operationId ?? `${method} ${path}`)}`,
    `method=${stringLiteral(wireMethod(method))}`,
    `path=${stringLiteral(path)}`,
    ...(parameters.length > 0 ? [list('parameters=', parameters)] : []),
    ...(content.length > 0
      ? [
          mapping(
            'body=',
            content.map((media) => bodyEntry(media, options)),
          ),
        ]
      : []),
    mapping('responses=', responseEntries(options)),
    ...(requirements.length > 0 ? [list('security=', requirements)] : []),
    ...(servers === options.servers ? [] : [list('servers=', serverData(servers, imports))]),
  ]);
}

export function serverData(servers: readonly Server[], imports: Imports): Code[] {
  if (servers.length > 0) imports.add('.runtime.operation', 'Server');
  return servers.map(({ url, variables }) => {
    const defaults = variables.filter((variable) => variable.default !== undefined);
    const entries = defaults.map((variable): Entry => [variable.name, literal(variable.default ?? '')]);
    return call('Server', [stringLiteral(url), ...(entries.length > 0 ? [mapping('', entries)] : [])]);
  });
}

type Entry = readonly [key: string, value: string | Brackets];

export function mapping(before: string, entries: readonly Entry[]): Brackets {
  const items = entries.map(([key, value]) => prefixed(`${stringLiteral(key)}: `, value));
  return { open: `${before}{`, items, close: '}', comma: true };
}

export function list(before: string, items: readonly Code[]): Brackets {
  return { open: `${before}[`, items, close: ']', comma: true };
}

function parameterData(argument: string, parameter: Parameter): Code {
  const { content } = parameter;
  const styled = content === undefined && parameter.in !== 'querystring';
  return call('Parameter', [
    ...[argument, parameter.in, parameter.name, parameter.style].map(stringLiteral),
    ...(styled && parameter.explode ? ['explode=True'] : []),
    ...(parameter.allowReserved ? ['allow_reserved=True'] : []),
    ...(content === undefined ? [] : [`content=${stringLiteral(content.name)}`]),
  ]);
}

function bodyEntry(media: MediaType, { models, context }: DataOptions): Entry {
  context.imports.add('.runtime.operation', 'BodyContent');
  const kind = stringLiteral(kindOf(media, models.schemas));
  const encodings = [...media.encoding].map(([name, encoding]): Entry => [name, encodingData(encoding)]);
  if (encodings.length === 0) return [media.name, call('BodyContent', [kind])];
  context.imports.add('.runtime.operation', 'Encoding');
  return [media.name, call('BodyContent', [kind, mapping('', encodings)])];
}

function encodingData({ contentType, style, explode, allowReserved }: Encoding): Brackets {
  return call('Encoding', [
    ...(contentType === undefined ? [] : [`content_type=${stringLiteral(contentType)}`]),
    ...(style === 'form' ? [] : [`style=${stringLiteral(style)}`]),
    ...(explode ? [] : ['explode=False']),
    ...(allowReserved ? ['allow_reserved=True'] : []),
  ]);
}

function responseEntries({ outcomes, context }: DataOptions): Entry[] {
  const byKey = new Map<string, Entry[]>();
  for (const outcome of outcomes) {
    const known = byKey.get(outcome.key) ?? [];
    byKey.set(outcome.key, [...known, [outcome.media?.name ?? '', answer(outcome, context)]]);
  }
  return [...byKey].map(([key, entries]): Entry => [key, mapping('', entries)]);
}

function answer({ className, kind, body }: Outcome, context: PrintContext): Brackets {
  const result = `results.${className}`;
  if (kind === undefined) return call('Answer', [result]);
  if (kind !== 'json') return call('Answer', [result, stringLiteral(kind)]);
  return call('Answer', [result, stringLiteral(kind), printType(body, context)]);
}
