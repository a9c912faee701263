import type { Contract, HttpOperation, MediaType, Parameter } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import type { Json } from '../../source/json.ts';
import { pathShape } from '../match/path-template.ts';
import { isLegal, legalValue } from './legal.ts';

/** The least legal request of an operation: all that is required and nothing else; undefined where it cannot be built. */
export function exampleRequest(subject: string, contract: Contract): string | undefined {
  if (contract.kind === 'event') return undefined;
  const operation = contract.operations.find(
    ({ method, path }) => `${method.toUpperCase()} ${pathShape(path)}` === pathShape(subject),
  );
  if (operation === undefined) return undefined;
  const written = operation.parameters.filter(({ required }) => required).map((one) => write(one, contract));
  if (written.some((one) => one === undefined)) return undefined;
  const required = written.filter((one) => one !== undefined);
  const body = bodyLines(operation, contract);
  return body === undefined
    ? undefined
    : [requestLine(operation, required), ...headerLines(required), ...body].join('\n');
}

interface Written {
  readonly parameter: Parameter;
  readonly text: string;
}

/** One value is written alike in most styles; lists and objects are not, and are left alone. */
function write(parameter: Parameter, contract: Contract): Written | undefined {
  const value = someValue(parameter.schema, parameter.examples, contract);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const isUsual = ['simple', 'form', 'cookie'].includes(parameter.style) && parameter.in !== 'querystring';
  return isPlain && isUsual ? { parameter, text: String(value) } : undefined;
}

function requestLine({ method, path }: HttpOperation, parameters: readonly Written[]): string {
  let target = path;
  const query: string[] = [];
  for (const { parameter, text } of parameters) {
    const { name } = parameter;
    if (parameter.in === 'path') target = target.replaceAll(`{${name}}`, () => encodeURIComponent(text));
    if (parameter.in === 'query') query.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  }
  return `${method.toUpperCase()} ${target}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function headerLines(parameters: readonly Written[]): string[] {
  const ofPlace = (place: string) => parameters.filter(({ parameter }) => parameter.in === place);
  const cookies = ofPlace('cookie').map(({ parameter, text }) => `${parameter.name}=${text}`);
  return [
    ...ofPlace('header').map(({ parameter, text }) => `${parameter.name}: ${text}`),
    ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join('; ')}`]),
  ];
}

/** Undefined for a body that is required and has no form in JSON. */
function bodyLines({ requestBody }: HttpOperation, contract: Contract): readonly string[] | undefined {
  if (requestBody?.required !== true) return [];
  const media = requestBody.content.find(({ name }) => /[/+]json\b/i.test(name));
  const value = media === undefined ? undefined : someValue(media.schema, media.examples, contract);
  if (media === undefined || value === undefined) return undefined;
  return [`Content-Type: ${media.name}`, '', JSON.stringify(value, null, 2)];
}

function someValue(schema: Schema | undefined, examples: MediaType['examples'], contract: Contract): Json | undefined {
  if (schema === undefined) return undefined;
  const place = { schema, schemas: contract.schemas, direction: 'input' } as const;
  const example = examples.find(({ value }) => value !== undefined && isLegal(value, place));
  return example?.value ?? legalValue(place)?.value;
}
