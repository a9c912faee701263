import type { HttpOperation, MediaType, Parameter, ParameterPlace } from '../../core/contract/model.ts';
import { literalType } from '../typescript/literal.ts';
import {
  intersection,
  type Member,
  neverType,
  type TypeContext,
  type TypeNode,
  typeOf,
  union,
  unknownType,
  word,
} from '../typescript/types/index.ts';
import type { ItemTypes } from '../typescript-client/item-types.ts';
import { contentKindOf, judgedSchema } from './content-kind.ts';
import { itemsType } from './items-type.ts';
import { defaultOf, isReadable } from './operation-data.ts';
import { sequenceOf } from './sequence.ts';

/** What a handler is given: the parameters by place, and the body with its content type. */
export function inputType(operation: HttpOperation, context: TypeContext, items: ItemTypes): TypeNode {
  const whole = operation.parameters.filter((parameter) => parameter.in === 'querystring').slice(-1);
  const groups = [
    ...places.flatMap(([place, group]) => groupOf(operation, place, group, context)),
    ...whole.map((parameter) => ({ ...parameterMember(parameter, context), name: 'querystring' })),
  ];
  const bodies = bodiesOf(operation, context, items);
  const [only = [], ...others] = bodies;
  if (others.length > 0) {
    const alternatives = union(bodies.map(objectOf));
    return groups.length === 0 ? alternatives : intersection([objectOf(groups), alternatives]);
  }
  const members = [...groups, ...only];
  // `{}` would admit anything but null.
  return { kind: 'object', members, index: members.length === 0 ? neverType : undefined };
}

const places = [
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'headers'],
  ['cookie', 'cookies'],
] as const satisfies ReadonlyArray<readonly [ParameterPlace, string]>;

function groupOf(operation: HttpOperation, place: ParameterPlace, name: string, context: TypeContext): Member[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place && isReadable(parameter));
  if (parameters.length === 0) return [];
  // A name that is declared twice is read as it is declared last.
  const distinct = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const members = [...distinct.values()].map((parameter) => parameterMember(parameter, context));
  return [member(name, objectOf(members))];
}

function parameterMember(parameter: Parameter, context: TypeContext): Member {
  const schema = parameter.schema ?? parameter.content?.schema;
  const always = parameter.required || defaultOf(schema, context.schemas) !== undefined;
  return {
    name: parameter.name,
    optional: !always,
    type: schema === undefined ? unknownType : typeOf(schema, context),
    description: parameter.description,
    deprecated: parameter.deprecated,
  };
}

/** One list of members for each media type, and one more where the body may be missing. */
function bodiesOf({ requestBody }: HttpOperation, context: TypeContext, items: ItemTypes): Member[][] {
  if (requestBody === undefined) return [];
  const bodies = requestBody.content.map((media) => [
    member('contentType', word(literalType(media.name))),
    { ...member('body', bodyType(media, context, items)), description: requestBody.description },
  ]);
  if (requestBody.required) return bodies;
  return [...bodies, [member('contentType', word('undefined')), member('body', word('undefined'))]];
}

function bodyType(media: MediaType, context: TypeContext, items: ItemTypes): TypeNode {
  const sequence = sequenceOf(media, context.schemas);
  if (sequence?.item !== undefined && sequence.kind !== 'events') {
    return itemsType('AsyncIterable', sequence, context, items);
  }
  const kind = contentKindOf(media, context.schemas);
  if (kind === 'binary') return word('ReadableStream<Uint8Array>');
  const schema = judgedSchema(media, context.schemas);
  if (kind === 'text' && (schema === undefined || schema.binary)) return word('string');
  return schema === undefined ? unknownType : typeOf(schema, context);
}

function objectOf(members: readonly Member[]): TypeNode {
  return { kind: 'object', members, index: undefined };
}

function member(name: string, type: TypeNode): Member {
  return { name, optional: false, description: undefined, deprecated: false, type };
}
