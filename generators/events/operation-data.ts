import type { Json } from '../../core/source/json.ts';
import { printData } from '../hono-server/print-data.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { memberAccess } from '../typescript/names.ts';
import type { PlannedMessage } from './messages.ts';
import type { PlannedOperation } from './operations.ts';
import type { PlannedParameter } from './parameters.ts';
import type { EventSchemaData } from './schema-data.ts';

/** An operation as the runtime's `OperationSpec`, in TypeScript: it refers to the constants of its messages. */
export function printOperation(
  { name, channel, messages, others, reply }: PlannedOperation,
  parameters: readonly PlannedParameter[],
  data: EventSchemaData,
): string {
  const lines = [
    `name: ${stringLiteral(name)}`,
    ...(channel.address === undefined ? [] : [`address: ${stringLiteral(channel.address)}`]),
    `parameters: ${printData(
      parameters.map((parameter) => parameterData(parameter, data)),
      105,
    )}`,
    listOf('messages', messages),
    ...(others.length === 0 ? [] : [listOf('others', others)]),
    ...(reply === undefined ? [] : [listOf('reply', reply)]),
  ];
  return `{\n${lines.map((line) => `  ${line.replaceAll('\n', '\n  ')},\n`).join('')}}`;
}

function parameterData({ name, schema, default: preset }: PlannedParameter, data: EventSchemaData): Json {
  return {
    name,
    ...(schema !== undefined && { schema: data.print(schema) }),
    ...(preset !== undefined && { default: String(preset) }),
  };
}

function listOf(key: string, messages: readonly PlannedMessage[]): string {
  const names = [...new Set(messages.map(({ constant }) => memberAccess('messages', constant)))];
  const line = `[${names.join(', ')}]`;
  // It stands two columns to the right, and a comma follows.
  return line.length + key.length + 5 <= 120
    ? `${key}: ${line}`
    : `${key}: [\n${names.map((name) => `  ${name},\n`).join('')}]`;
}
