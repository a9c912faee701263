import type { HttpOperation, MediaType, Parameter, ParameterPlace } from '../../core/contract/model.ts';
import { comment } from '../typescript/comment.ts';
import { indentRest } from '../typescript/layout.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { type ContractTypes, printType } from '../typescript/types/index.ts';
import { type Member, printMembers, printObject } from './members.ts';
import { defaultOf, isReadable } from './operation-data.ts';
import { bodyKindOf } from './runtime/media-type.ts';

export interface TypeSource {
  readonly types: ContractTypes;
  /** Collects the declared names that the printed text mentions. */
  readonly uses: Set<string>;
  /** Collects the names that it takes from the runtime. */
  readonly runtime: Set<string>;
}

/** Declares what a handler is given: the parameters by place, and the body with its content type. */
export function declareInput(name: string, operation: HttpOperation, source: TypeSource): string {
  const whole = operation.parameters.filter((parameter) => parameter.in === 'querystring').slice(-1);
  const groups = [
    ...places.flatMap(([place, group]) => groupOf(operation, place, group, source)),
    ...whole.map((parameter) => ({ ...parameterMember(parameter, source), name: 'querystring' })),
  ];
  const about = comment(`What \`${operation.method.toUpperCase()} ${operation.path}\` is asked with.`);
  const [only, ...others] = bodiesOf(operation, source);
  if (others.length === 0) {
    const members = [...groups, ...(only ?? [])];
    if (members.length === 0) return `${about}export type ${name} = ${printObject([])};\n`;
    return `${about}export interface ${name} {\n${printMembers(members, 2)}}\n`;
  }
  const bodies = [only ?? [], ...others].map((body) => `  | ${indentRest(printObject(body, 4), 4)}`).join('\n');
  if (groups.length === 0) return `${about}export type ${name} =\n${bodies};\n`;
  return `${about}export type ${name} = {\n${printMembers(groups, 2)}} & (\n${bodies}\n);\n`;
}

const places = [
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'headers'],
  ['cookie', 'cookies'],
] as const satisfies ReadonlyArray<readonly [ParameterPlace, string]>;

function groupOf(operation: HttpOperation, place: ParameterPlace, name: string, source: TypeSource): Member[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place && isReadable(parameter));
  if (parameters.length === 0) return [];
  // A name that is declared twice is read as it is declared last.
  const distinct = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const members = [...distinct.values()].map((parameter) => parameterMember(parameter, source));
  return [{ name, optional: false, type: printObject(members, 2) }];
}

function parameterMember(parameter: Parameter, { types, uses }: TypeSource): Member {
  const schema = parameter.schema ?? parameter.content?.schema;
  const context = types.context('input', uses);
  const always = parameter.required || defaultOf(schema, context.schemas) !== undefined;
  return {
    name: parameter.name,
    optional: !always,
    type: schema === undefined ? 'unknown' : printType(schema, context),
    description: parameter.description,
    deprecated: parameter.deprecated,
  };
}

/** One list of members for each media type, and one more where the body may be missing. */
function bodiesOf({ requestBody }: HttpOperation, source: TypeSource): Member[][] {
  if (requestBody === undefined) return [];
  const bodies = requestBody.content.map((media) => [
    { name: 'contentType', optional: false, type: stringLiteral(media.name) },
    { name: 'body', optional: false, type: bodyType(media, source), description: requestBody.description },
  ]);
  if (requestBody.required) return bodies;
  const nothing = { optional: false, type: 'undefined' };
  return [
    ...bodies,
    [
      { name: 'contentType', ...nothing },
      { name: 'body', ...nothing },
    ],
  ];
}

function bodyType({ name, schema }: MediaType, { types, uses }: TypeSource): string {
  const kind = bodyKindOf(name);
  if (kind === 'binary') return 'ReadableStream<Uint8Array>';
  if (kind === 'text' && (schema === undefined || schema.binary || schema.types?.includes('object'))) return 'string';
  return schema === undefined ? 'unknown' : printType(schema, types.context('input', uses));
}
