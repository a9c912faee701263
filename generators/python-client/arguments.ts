import type { HttpOperation, MediaType, Parameter, RequestBody } from '../../core/contract/model.ts';
import { stringLiteral } from '../python/literal.ts';
import { argumentName } from '../python/names.ts';
import type { Models } from '../python/types/models.ts';
import { anyType, builtin, imported, optional, type TypeNode, union } from '../python/types/type-node.ts';
import { typeOf } from '../python/types/type-of.ts';
import { NameScope } from '../typescript/names.ts';
import { kindOf } from '../typescript-client/content-kind.ts';
import { essenceOf } from '../typescript-client/runtime/media-type.ts';
import { sentParameters } from '../typescript-client/sent.ts';

/** One argument of a method. */
export interface Argument {
  readonly name: string;
  readonly type: TypeNode;
  /** Without the None that stands for absence. */
  readonly bare: TypeNode;
  /** Printed; undefined for an argument that has to be passed. */
  readonly default: string | undefined;
  readonly description: string | undefined;
  /** The parameter that it fills; undefined for the body and its media type. */
  readonly parameter: Parameter | undefined;
}

/** The arguments in the order of the signature: what has to be passed comes first. */
export function argumentsOf(operation: HttpOperation, stem: string, models: Models): Argument[] {
  const scope = new NameScope();
  const parameters = distinct(sentParameters(operation)).map((parameter): Argument => {
    const { name, description, schema, content, required } = parameter;
    const declared = schema ?? content?.schema;
    const wanted = argumentName(name);
    // A header and a query parameter may share their name.
    const free = scope.unique(scope.has(wanted) ? `${wanted}_${parameter.in}` : wanted);
    const type = declared === undefined ? anyType : typeOf(declared, models.context('input', `${stem} ${name}`));
    const needed = required || parameter.in === 'path';
    const admitted = needed ? type : optional(type);
    return { name: free, type: admitted, bare: type, default: needed ? undefined : 'None', description, parameter };
  });
  const all = [...parameters, ...bodyArguments(operation.requestBody, stem, models)];
  return [...all.filter((one) => one.default === undefined), ...all.filter((one) => one.default !== undefined)];
}

function distinct(parameters: readonly Parameter[]): Parameter[] {
  return [...new Map(parameters.map((one) => [JSON.stringify([one.in, one.name]), one])).values()];
}

function bodyArguments(body: RequestBody | undefined, stem: string, models: Models): Argument[] {
  if (body === undefined || body.content.length === 0) return [];
  const { content, required, description } = body;
  const several = content.length > 1;
  const types = content.map((media) => {
    const hint = `${stem} ${several ? media.name.split(';')[0] : ''} body`;
    return bodyType(media, hint, models);
  });
  const type = union(types);
  const given: Argument = {
    ...{ name: 'body', type: required ? type : optional(type), bare: type, default: required ? undefined : 'None' },
    ...{ description, parameter: undefined },
  };
  const ranged = content.some(({ name }) => essenceOf(name).includes('*'));
  if (!several && !ranged) return [given];
  const about = 'The media type of the body.';
  const chosen = { name: 'content_type', description: about, parameter: undefined };
  const text = builtin('str');
  if (ranged) return [given, { ...chosen, type: optional(text), bare: text, default: 'None' }];
  const names = content.map(({ name }) => stringLiteral(name));
  const exact: TypeNode = { kind: 'literal', values: names };
  return [given, { ...chosen, type: exact, bare: exact, default: names[0] ?? 'None' }];
}

/** The type in which a request's body is given. */
export function bodyType(media: MediaType, hint: string, models: Models): TypeNode {
  const kind = kindOf(media, models.schemas);
  if (kind === 'text') return builtin('str');
  if (kind === 'binary' || kind === 'stream') return imported('.runtime.binary', 'BinaryBody');
  return media.schema === undefined ? anyType : typeOf(media.schema, models.context('input', hint));
}
