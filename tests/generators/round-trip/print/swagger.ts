import type { ContractPlan, OperationPlan, ParameterPlan, ResponsePlan } from '../plan.ts';
import { printSchema, record } from '../shapes/print-schema.ts';
import type { Shape } from '../shapes/shape.ts';

/** Swagger 2.0: bodies and forms are parameters, and media types belong to the operation. */
export function printSwagger({ components, operations }: ContractPlan): unknown {
  return {
    swagger: '2.0',
    info: { title: 'Round trip', version: '1.0.0' },
    host: 'api.example.com',
    basePath: '/v1',
    schemes: ['https'],
    paths: record(operations.map((operation) => [operation.path, { [operation.method]: printOperation(operation) }])),
    ...(components.size > 0 && {
      definitions: record([...components].map(([name, shape]) => [name, printSchema(shape, '2.0')])),
    }),
  };
}

function printOperation({ operationId, parameters, body, responses }: OperationPlan): unknown {
  const consumes = body?.content.map(({ type }) => type) ?? [];
  const produces = responses.find(({ content }) => content.length > 0)?.content.map(({ type }) => type) ?? [];
  return {
    ...(operationId !== undefined && { operationId }),
    ...(consumes.length > 0 && { consumes }),
    ...(produces.length > 0 && { produces }),
    parameters: [...parameters.map(printParameter), ...printBody({ body })],
    responses: record(responses.map((response) => [response.status, printResponse(response)])),
  };
}

const collectionFormats: Readonly<Record<string, string>> = {
  simple: 'csv',
  form: 'csv',
  spaceDelimited: 'ssv',
  tabDelimited: 'tsv',
  pipeDelimited: 'pipes',
};

function printParameter({ name, in: place, required, shape, preset, written }: ParameterPlan): unknown {
  const format =
    written.kind === 'style' && written.explode
      ? 'multi'
      : collectionFormats[written.kind === 'style' ? written.style : ''];
  return {
    ...{ name, in: place, required, ...printSchema(shape, '2.0') },
    ...(shape.kind === 'list' && { collectionFormat: format }),
    ...(preset !== undefined && { default: preset.value }),
  };
}

function printBody({ body }: Pick<OperationPlan, 'body'>): unknown[] {
  const [media] = body?.content ?? [];
  if (body === undefined || media === undefined) return [];
  const { kind, shape } = media;
  if (kind !== 'form' && kind !== 'multipart') {
    return [{ name: 'body', in: 'body', required: body.required, schema: printSchema(shape, '2.0') }];
  }
  const members = shape.kind === 'object' ? shape.members : [];
  return members.map((member) => ({
    ...{ name: member.name, in: 'formData', required: member.required, ...printField(member.shape) },
    ...(member.shape.kind === 'list' && { collectionFormat: 'multi' }),
  }));
}

function printField(shape: Shape): object {
  return shape.kind === 'binary' ? { type: 'file' } : printSchema(shape, '2.0');
}

function printResponse({ headers, content: [media] }: ResponsePlan): unknown {
  return {
    description: 'An answer',
    ...(headers.length > 0 && {
      headers: record(headers.map(({ name, shape }) => [name, printSchema(shape, '2.0')])),
    }),
    ...(media !== undefined && {
      schema: media.shape.kind === 'binary' ? { type: 'file' } : printSchema(media.shape, '2.0'),
    }),
  };
}
