import type { HttpOperation, MediaType, Parameter } from '../../core/contract/model.ts';
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
import { requestBodyType } from './body-types.ts';
import type { ItemTypes } from './item-types.ts';
import { essenceOf } from './runtime/media-type.ts';
import { sentBody, sentParameters } from './sent.ts';

/** What a caller passes: the parameters by place, and the body. */
export function inputType(operation: HttpOperation, context: TypeContext, items: ItemTypes): TypeNode {
  const parameters = sentParameters(operation);
  const groups = [
    group(
      'path',
      parameters.filter((parameter) => parameter.in === 'path'),
      context,
    ),
    group(
      'query',
      parameters.filter((parameter) => parameter.in === 'query'),
      context,
    ),
    group(
      'headers',
      parameters.filter((parameter) => parameter.in === 'header'),
      context,
    ),
    group(
      'cookies',
      parameters.filter((parameter) => parameter.in === 'cookie'),
      context,
    ),
    // One holds the whole query; of several the last counts, as everywhere.
    ...parameters
      .filter((parameter) => parameter.in === 'querystring')
      .slice(-1)
      .map((whole) => ({
        ...member('querystring', parameterType(whole, context), !whole.required),
        description: whole.description,
      })),
  ];
  const members = groups.filter((one) => one !== undefined);
  const body = bodyPart(operation, context, items);
  if (members.length > 0) return intersection([{ kind: 'object', members, index: undefined }, body]);
  // `{}` would admit anything but null.
  return body === unknownType ? nothing : body;
}

const nothing: TypeNode = { kind: 'object', members: [], index: neverType };

/** Whether a call needs no input at all. */
export function isInputOptional(operation: HttpOperation): boolean {
  const body = sentBody(operation);
  return !(body?.required === true && body.content.length > 0) && !sentParameters(operation).some(isRequired);
}

function isRequired(parameter: Parameter): boolean {
  return (parameter.required && !isIdempotencyKey(parameter)) || parameter.in === 'path';
}

/** The runtime makes such a key for every call that brings none. */
function isIdempotencyKey(parameter: Parameter): boolean {
  return parameter.in === 'header' && parameter.name.toLowerCase() === 'idempotency-key';
}

function group(name: string, parameters: readonly Parameter[], context: TypeContext): Member | undefined {
  if (parameters.length === 0) return undefined;
  const members = parameters.map((parameter) => ({
    ...member(parameter.name, parameterType(parameter, context), !isRequired(parameter)),
    description: isIdempotencyKey(parameter) ? aboutKey(parameter) : parameter.description,
    deprecated: parameter.deprecated,
  }));
  const distinct = [...new Map(members.map((one) => [one.name, one])).values()];
  const type: TypeNode = { kind: 'object', members: distinct, index: undefined };
  return { name, optional: !parameters.some(isRequired), description: undefined, deprecated: false, type };
}

function aboutKey({ description }: Parameter): string {
  return [description, 'A random one where left out, the same for all attempts.'].filter(Boolean).join('\n\n');
}

function parameterType({ schema, content }: Parameter, context: TypeContext): TypeNode {
  const declared = schema ?? content?.schema;
  return declared === undefined ? unknownType : typeOf(declared, context);
}

/** One content type needs no naming; of several, or of a range, the caller names one. */
function bodyPart(operation: HttpOperation, context: TypeContext, items: ItemTypes): TypeNode {
  const body = sentBody(operation);
  if (body === undefined || body.content.length === 0) return unknownType;
  const named = body.content.map((media) => contentTypeMember(media, body.content.length > 1));
  const needsName = named.some((members) => members.some(({ optional }) => !optional));
  const shapes = body.content.map((media, i): TypeNode => {
    const type = requestBodyType(media, context, items);
    const value = { ...member('body', type, !body.required && !needsName), description: body.description };
    return { kind: 'object', members: [...(named[i] ?? []), value], index: undefined };
  });
  return body.required || !needsName ? union(shapes) : union([...shapes, noBody]);
}

/** Without a body there is no content type to name. */
const noBody: TypeNode = {
  kind: 'object',
  members: [member('contentType', word('undefined'), true), member('body', word('undefined'), true)],
  index: undefined,
};

function contentTypeMember(media: MediaType, several: boolean): Member[] {
  const essence = essenceOf(media.name);
  const [type, subtype] = essence.split('/');
  if (subtype === '*' && type !== '*' && /^[a-z]+$/.test(type ?? '')) {
    return [member('contentType', word(`\`${type}/\${string}\``), false)];
  }
  if (essence.includes('*')) return [member('contentType', word('string'), !several)];
  return several ? [member('contentType', word(literalType(media.name)), false)] : [];
}

/** An optional value may be passed as undefined, which saves callers a branch. */
function member(name: string, type: TypeNode, optional: boolean): Member {
  const admitted = optional ? union([type, word('undefined')]) : type;
  return { name, optional, description: undefined, deprecated: false, type: admitted };
}
