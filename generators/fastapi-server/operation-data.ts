import type { MediaType } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import { type Code, call } from '../python/layout.ts';
import { stringLiteral } from '../python/literal.ts';
import { expand } from '../python/types/expand.ts';
import { declaredProperties } from '../python/types/model-class.ts';
import type { Models } from '../python/types/models.ts';
import { type PrintContext, printType } from '../python/types/print-type.ts';
import type { TypeNode } from '../python/types/type-node.ts';
import { admittedTypes } from '../python/types/type-of.ts';
import type { Argument } from '../python-client/arguments.ts';
import { bodyType } from '../python-client/arguments.ts';
import type { ClientOperation } from '../python-client/client-operation.ts';
import { list, mapping } from '../python-client/operation-data.ts';
import type { Outcome } from '../python-client/responses.ts';
import { kindOf } from '../typescript-client/content-kind.ts';

type Entry = Parameters<typeof mapping>[1][number];

/** The `Operation(…)` that tells the runtime how to read requests and write answers. */
export function operationData(one: ClientOperation, models: Models, context: PrintContext): Code {
  const { operation, names, inputs, outcomes } = one;
  const { operationId, method, path, requestBody } = operation;
  const { imports } = context;
  imports.add('.runtime.operation', 'Operation');
  const parameters = inputs.flatMap((input) => parameterData(input, models, context));
  if (parameters.length > 0) imports.add('.runtime.operation', 'Parameter');
  const content = requestBody?.content ?? [];
  if (content.length > 0) imports.add('.runtime.operation', 'BodyContent');
  const several = content.length > 1;
  const bodies = content.map((media): Entry => {
    const hint = `${names.stem} ${several ? media.name.split(';')[0] : ''} body`;
    return [media.name, bodyData(media, bodyType(media, hint, models), models, context)];
  });
  const namesMedia = inputs.some(({ name, parameter }) => name === 'content_type' && parameter === undefined);
  return call('Operation', [
    `id=${stringLiteral(operationId ?? `${method} ${path}`)}`,
    ...(parameters.length > 0 ? [list('parameters=', parameters)] : []),
    ...(bodies.length > 0 ? [mapping('body=', bodies)] : []),
    ...(bodies.length > 0 && requestBody?.required === true ? ['body_required=True'] : []),
    ...(namesMedia ? ['names_media_type=True'] : []),
    mapping('responses=', responseEntries(outcomes)),
  ]);
}

function parameterData({ name, parameter, bare }: Argument, models: Models, context: PrintContext): Code[] {
  if (parameter === undefined) return [];
  const { schema, content, required } = parameter;
  const declared = schema ?? content?.schema;
  const shape = declared === undefined ? 'value' : shapeOf(declared, models);
  return [
    call('Parameter', [
      ...[name, parameter.in, parameter.name, parameter.style].map(stringLiteral),
      printType(bare, context),
      ...(shape === 'value' ? [] : [`shape=${stringLiteral(shape)}`]),
      ...(parameter.explode && content === undefined ? ['explode=True'] : []),
      ...(required || parameter.in === 'path' ? ['required=True'] : []),
      ...(content === undefined ? [] : [`content=${stringLiteral(content.name)}`]),
    ]),
  ];
}

function shapeOf(schema: Schema, models: Models): 'value' | 'list' | 'object' {
  const types = admittedTypes(expand(schema, models.schemas).leaves);
  if (types?.includes('array')) return 'list';
  return types?.includes('object') ? 'object' : 'value';
}

function bodyData(media: MediaType, type: TypeNode, models: Models, context: PrintContext) {
  const kind = kindOf(media, models.schemas);
  if (kind !== 'json' && kind !== 'form' && kind !== 'multipart') return call('BodyContent', [stringLiteral(kind)]);
  const printed = [stringLiteral(kind), printType(type, context)];
  if (kind === 'json' || media.schema === undefined) return call('BodyContent', printed);
  const properties = [...declaredProperties(expand(media.schema, models.schemas).leaves)];
  const named = (shape: string) =>
    properties.flatMap(([name, [first]]) =>
      first !== undefined && shapeOf(first, models) === shape ? [stringLiteral(name)] : [],
    );
  const [lists, objects] = [named('list'), named('object')];
  return call('BodyContent', [
    ...printed,
    ...(lists.length > 0 ? [list('lists=', lists)] : []),
    ...(objects.length > 0 ? [list('objects=', objects)] : []),
  ]);
}

function responseEntries(outcomes: readonly Outcome[]): Entry[] {
  const byKey = new Map<string, Entry[]>();
  for (const { key, media, kind } of outcomes) {
    const known = byKey.get(key) ?? [];
    byKey.set(key, media === undefined || kind === undefined ? known : [...known, [media.name, stringLiteral(kind)]]);
  }
  return [...byKey].map(([key, entries]): Entry => [key, mapping('', entries)]);
}
