import type { JsonObject } from '../../../core/source/json.ts';
import { printData } from '../../../generators/hono-server/print-data.ts';
import { braces } from '../../../generators/typescript/layout.ts';
import { stringLiteral } from '../../../generators/typescript/literal.ts';
import type { Answer } from './answer.ts';

/** `export const listPets = { status: 200, body: … } as const;` */
export function printExample(name: string, answer: Answer): string {
  const before = `export const ${name} = `;
  return `${before}${expression(answer, 119 - before.length - ' as const'.length)} as const;\n`;
}

function expression({ form, ...answer }: Answer, width: number): string {
  // The members are JSON each, and those that are undefined are not there.
  if (form === undefined) return printData(answer as unknown as JsonObject, width);
  const { status, contentType, headers } = answer;
  const members = [
    `status: ${status}`,
    ...(contentType === undefined ? [] : [`contentType: ${stringLiteral(contentType)}`]),
    'body: new FormData()',
    ...(headers === undefined ? [] : [`headers: ${printData(headers, width - 11, 2)}`]),
  ];
  return braces(members, width);
}
