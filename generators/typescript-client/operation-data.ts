import type { Encoding, HttpOperation, MediaType, Parameter, Server } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { printEntry } from '../typescript/entry.ts';
import { braces, brackets } from '../typescript/layout.ts';
import { literal } from '../typescript/literal.ts';
import { kindOf } from './content-kind.ts';
import type { Pages } from './pagination/pages.ts';
import { declaredResponses } from './result-type.ts';
import type { PagesData } from './runtime/pages-data.ts';
import { sentBody, sentParameters } from './sent.ts';
import { itemSchemaOf, sequenceData, sequenceOf, sequenceReaders, sequenceWriters } from './sequences.ts';
import type { ReceivedValues } from './values/received-values.ts';

export interface DataOptions {
  readonly id: string;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly servers: readonly Server[];
  readonly transportOnly: ReadonlySet<string>;
  readonly pages: Pages | undefined;
  /** Where responses hold values to convert. */
  readonly received?: ReceivedValues | undefined;
  /** Collects the names that the text takes from the runtime. */
  readonly uses: Set<string>;
}

/** The object literal that tells the runtime how to send an operation. What the runtime assumes anyway is left out. */
export function printOperationData(operation: HttpOperation, options: DataOptions): string {
  const parameters = sentParameters(operation).map(printParameter);
  const body = sentBody(operation);
  const security = operation.security.map((requirement) =>
    literal([...requirement.schemes.keys()].filter((name) => !options.transportOnly.has(name))),
  );
  return object([
    ['id', literal(options.id)],
    ['method', literal(wireMethod(operation.method))],
    ['path', literal(operation.path)],
    ['parameters', parameters.length === 0 ? undefined : printParameters(parameters)],
    ['body', body === undefined || body.content.length === 0 ? undefined : printBody(body.content, options)],
    ['responses', printResponses(operation, options)],
    ['security', security.length === 0 ? undefined : brackets(security, 100)],
    ['servers', operation.servers === options.servers ? undefined : printServers(operation.servers)],
    ['pages', options.pages === undefined ? undefined : printPages(options.pages.data)],
  ]);
}

export function printServers(servers: readonly Server[], width = 100): string {
  return brackets(
    servers.map(({ url, variables }) => {
      const defaults = variables.filter((variable) => variable.default !== undefined);
      const values = Object.fromEntries(defaults.map((variable) => [variable.name, variable.default ?? '']));
      return object([
        ['url', literal(url)],
        ['variables', defaults.length === 0 ? undefined : literal(values)],
      ]);
    }),
    width,
  );
}

/** Methods of HTTP are written in capitals; 3.2's additional ones as the contract has them. */
export function wireMethod(method: string): string {
  return /^(get|put|post|delete|options|head|patch|trace|query)$/.test(method) ? method.toUpperCase() : method;
}

/** Several objects of several members stand below each other. */
function printParameters(parameters: readonly string[]): string {
  return brackets(parameters, parameters.length > 1 ? 0 : 100);
}

function printParameter(parameter: Parameter): string {
  const { content } = parameter;
  const style = parameter.in === 'path' || parameter.in === 'header' ? 'simple' : 'form';
  const styled = content === undefined && parameter.in !== 'querystring';
  const explodes = parameter.style === 'form' || parameter.style === 'cookie';
  return object([
    ['in', literal(parameter.in)],
    ['name', literal(parameter.name)],
    ['style', styled && parameter.style !== style ? literal(parameter.style) : undefined],
    ['explode', styled && parameter.explode !== explodes ? literal(parameter.explode) : undefined],
    ['allowReserved', parameter.allowReserved ? 'true' : undefined],
    ['content', content === undefined ? undefined : literal(content.name)],
  ]);
}

function printPages(data: PagesData): string {
  return object(Object.entries(data).map(([name, value]) => [name, literal(value)]));
}

function printBody(content: readonly MediaType[], { schemas, uses }: DataOptions): string {
  const entries = content.map((media): [string, string] => {
    const encodings = [...media.encoding].map(([name, encoding]): [string, string] => [name, printEncoding(encoding)]);
    const kind = kindOf(media, schemas);
    const sequence = kind === 'stream' ? sequenceOf(media) : undefined;
    const write = sequence === undefined || sequence === 'events' ? undefined : sequenceWriters[sequence];
    if (write !== undefined) uses.add(write);
    return [
      media.name,
      object([
        ['kind', literal(kind)],
        ['write', write],
        ['encoding', encodings.length === 0 ? undefined : object(encodings)],
      ]),
    ];
  });
  return object([['content', object(entries)]]);
}

function printEncoding({ contentType, style, explode, allowReserved }: Encoding): string {
  return object([
    ['contentType', contentType === undefined ? undefined : literal(contentType)],
    ['style', style === 'form' ? undefined : literal(style)],
    ['explode', explode === (style === 'form') ? undefined : literal(explode)],
    ['allowReserved', allowReserved ? 'true' : undefined],
  ]);
}

function printResponses(operation: HttpOperation, options: DataOptions): string {
  const responses = declaredResponses(operation).map(({ status, content }): [string, string] => [
    status,
    object(content.map((media) => [media.name, printReading(media, `${options.id} ${status}`, options)])),
  ]);
  return object(responses.length === 0 ? [['default', '{}']] : responses);
}

function printReading(media: MediaType, name: string, { schemas, uses, received }: DataOptions): string {
  const kind = kindOf(media, schemas);
  const sequence = kind === 'stream' ? sequenceOf(media) : undefined;
  if (sequence === undefined) {
    const places = kind === 'json' ? received?.textFor(media.schema, name) : undefined;
    return places === undefined ? literal(kind) : object([['places', places]]);
  }
  uses.add(sequenceReaders[sequence]);
  const places = sequence === 'events' ? undefined : received?.textFor(itemSchemaOf(media, schemas), name);
  return object([...sequenceData(sequence, media, schemas), ['places', places]]);
}

function object(entries: readonly (readonly [name: string, text: string | undefined])[]): string {
  const present = entries.filter(([, text]) => text !== undefined);
  return braces(
    // A status is a plain number as a key.
    present.map(([name, text = '']) => (/^[1-5]\d\d$/.test(name) ? `${name}: ${text}` : printEntry(name, text))),
    96,
  );
}
