import type { Contract, Example, HttpOperation, MediaType } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import type { Json } from '../../source/json.ts';
import type { Witness } from '../change.ts';

/** The contract's own example of the part of an exchange that a witness is about. */
export function exampleFor(
  subject: string,
  { part, name }: Witness,
  contract: Contract,
): { readonly value: Json } | undefined {
  if (contract.kind === 'event') {
    const message = contract.messages.find((one) => one.name === name || one.key === name);
    const examples = message?.examples.map((one) => (part === 'message-header' ? one.headers : one.payload)) ?? [];
    return firstOf(examples.filter((example) => example !== undefined));
  }
  const operation = contract.operations.find(({ method, path }) => `${method.toUpperCase()} ${path}` === subject);
  return operation === undefined ? undefined : inOperation(operation, part, name, contract);
}

function inOperation(
  operation: HttpOperation,
  part: Witness['part'],
  name: string,
  contract: Contract,
): { readonly value: Json } | undefined {
  switch (part) {
    case 'request-body':
      return inContent(operation.requestBody?.content, name, contract);
    case 'response-body': {
      const [status, type = ''] = name.split(' ');
      return inContent(operation.responses.find((one) => one.status === status)?.content, type, contract);
    }
    case 'parameter': {
      const parameter = operation.parameters.find((one) => `${one.in} ${one.name}` === name);
      return firstOf(parameter?.examples ?? []) ?? inSchema(parameter?.schema, contract);
    }
    default:
      return undefined;
  }
}

function inContent(
  content: readonly MediaType[] | undefined,
  type: string,
  contract: Contract,
): { readonly value: Json } | undefined {
  const media = content?.find(({ name }) => name === type);
  return firstOf(media?.examples ?? []) ?? inSchema(media?.schema, contract);
}

function inSchema(
  schema: Schema | undefined,
  contract: Pick<Contract, 'schemas'>,
  steps = 0,
): { readonly value: Json } | undefined {
  const [example] = schema?.examples ?? [];
  if (example !== undefined || schema?.ref === undefined || steps > 20) return example;
  return inSchema(contract.schemas.get(schema.ref), contract, steps + 1);
}

function firstOf(examples: readonly Example[]): { readonly value: Json } | undefined {
  const value = examples.find((example) => example.value !== undefined)?.value;
  return value === undefined ? undefined : { value };
}
