// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { TransportConfig } from './config.ts';
import type { OperationData, OperationInput } from './operation.ts';

/** The input with a key of its own where the operation takes one and the caller gave none. */
export function withIdempotencyKey(
  operation: OperationData,
  input: OperationInput,
  { idempotencyKeys = true }: TransportConfig,
): OperationInput {
  const name = operation.parameters?.find((one) => one.in === 'header' && isKey(one.name))?.name;
  if (idempotencyKeys === false || name === undefined) return input;
  const given = Object.entries(input.headers ?? {}).some(([header, value]) => isKey(header) && value !== undefined);
  if (given) return input;
  const key = idempotencyKeys === true ? randomUuid() : idempotencyKeys();
  return { ...input, headers: { ...input.headers, [name]: key } };
}

function isKey(header: string): boolean {
  return header.toLowerCase() === 'idempotency-key';
}

/** `crypto.randomUUID` is missing from pages that did not come over HTTPS. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
