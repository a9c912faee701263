import type {
  ContractPlan,
  EncodingPlan,
  HeaderPlan,
  MediaPlan,
  OperationPlan,
  ParameterPlan,
  ResponsePlan,
} from '../plan.ts';
import { type Dialect, printSchema, record } from '../shapes/print-schema.ts';

const versions = { '3.0': '3.0.4', '3.1': '3.1.1', '3.2': '3.2.0' } as const;

/** OpenAPI 3.x. */
export function printOpenApi({ dialect, components, operations }: ContractPlan): unknown {
  return {
    openapi: dialect === '2.0' ? '' : versions[dialect],
    info: { title: 'Round trip', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: record(operations.map((operation) => [operation.path, pathItem(operation, dialect)])),
    ...(components.size > 0 && {
      components: { schemas: record([...components].map(([name, shape]) => [name, printSchema(shape, dialect)])) },
    }),
  };
}

function pathItem(operation: OperationPlan, dialect: Dialect): unknown {
  const { method, operationId, parameters, body, responses } = operation;
  const printed = {
    ...(operationId !== undefined && { operationId }),
    ...(parameters.length > 0 && { parameters: parameters.map((parameter) => printParameter(parameter, dialect)) }),
    ...(body !== undefined && {
      requestBody: { required: body.required, content: printContent(body.content, dialect) },
    }),
    responses: record(responses.map((response) => [response.status, printResponse(response, dialect)])),
  };
  return method === method.toLowerCase() ? { [method]: printed } : { additionalOperations: { [method]: printed } };
}

function printParameter(
  { name, in: place, required, shape, preset, written }: ParameterPlan,
  dialect: Dialect,
): unknown {
  const schema = { ...printSchema(shape, dialect), ...(preset !== undefined && { default: preset.value }) };
  if (written.kind === 'content') return { name, in: place, required, content: { [written.type]: { schema } } };
  const { style, explode, allowReserved } = written;
  return { name, in: place, required, style, explode, ...(allowReserved && { allowReserved }), schema };
}

function printContent(content: readonly MediaPlan[], dialect: Dialect): unknown {
  return record(
    content.map(({ type, kind, shape, encoding }) => [
      type,
      {
        // Since 3.1 bytes need no schema.
        ...(shape.kind === 'binary' && dialect !== '3.0'
          ? {}
          : { [kind === 'sequence' ? 'itemSchema' : 'schema']: printSchema(shape, dialect) }),
        ...(encoding !== undefined && {
          encoding: record([...encoding].map(([name, one]) => [name, printEncoding(one)])),
        }),
      },
    ]),
  );
}

function printEncoding(encoding: EncodingPlan): unknown {
  return { ...encoding };
}

function printResponse({ headers, content }: ResponsePlan, dialect: Dialect): unknown {
  return {
    description: 'An answer',
    ...(headers.length > 0 && {
      headers: record(headers.map((header) => [header.name, printHeader(header, dialect)])),
    }),
    ...(content.length > 0 && { content: printContent(content, dialect) }),
  };
}

function printHeader({ required, explode, shape, json }: HeaderPlan, dialect: Dialect): unknown {
  const schema = printSchema(shape, dialect);
  return json ? { required, content: { 'application/json': { schema } } } : { required, explode, schema };
}
