import type { EventContract } from '../../../core/contract/model.ts';
import { isArray, isObject, type Json } from '../../../core/source/json.ts';
import { caseContext, messageCases, parameterValues } from '../../../generators/contract-tests/events/message-cases.ts';
import type { PlannedOperation } from '../../../generators/events/operations.ts';
import { printData } from '../../../generators/hono-server/print-data.ts';
import { stringLiteral } from '../../../generators/typescript/literal.ts';

/** A message as it travels, as TypeScript, and which handler it reaches. */
export interface Letter {
  readonly receive: string;
  readonly said: string;
  /** Its address, headers and payload. */
  readonly example: string;
}

/** The first example of the contract that can be nothing else; undefined where there is none. */
export function exampleLetter(contract: EventContract, planned: readonly PlannedOperation[]): Letter | undefined {
  const context = caseContext(contract, () => undefined);
  for (const { channel, receive, messages, others, reply } of planned) {
    const parameters = parameterValues(channel, context);
    if (reply !== undefined || channel.address === undefined || parameters === undefined) continue;
    for (const message of messages) {
      const { name, contentType, examples } = messageCases(message, [...messages, ...others], context);
      const example = (isArray(examples) ? examples : []).find(isPlain);
      if (example === undefined || typeof contentType !== 'string') continue;
      const texts = Object.entries(parameters).map(([key, value]) => [key, String(value)]);
      const headers = { ...headersOf(example), 'content-type': contentType };
      const address = { template: channel.address, parameters: Object.fromEntries(texts) };
      return {
        receive,
        said: stringLiteral(`${receive}: ${String(name)}`),
        example: printData({ address, headers, payload: example.payload ?? null }, 119 - 'const example = '.length),
      };
    }
  }
  return undefined;
}

interface PlainExample {
  readonly [member: string]: Json | undefined;
}

/** It is JSON, and no other message of the channel could look like it. */
function isPlain(example: Json): example is Readonly<Record<string, Json>> {
  return (
    isObject(example) && example.base64 !== true && example.ambiguous !== true && typeof example.payload === 'object'
  );
}

function headersOf({ headers }: PlainExample): Readonly<Record<string, string>> {
  if (headers === undefined || !isObject(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}
