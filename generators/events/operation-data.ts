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
      102,
    )}`,
    `messages: ${listOf(messages)}`,
    ...(others.length === 0 ? [] : [`others: ${listOf(others)}`]),
    ...(reply === undefined ? [] : [`reply: ${listOf(reply)}`]),
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

function listOf(messages: readonly PlannedMessage[]): string {
  const names = [...new Set(messages.map(({ constant }) => memberAccess('messages', constant)))];
  const line = `[${names.join(', ')}]`;
  return line.length <= 100 ? line : `[\n${names.map((name) => `  ${name},\n`).join('')}]`;
}
