// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import type { SchemaSet } from './schema-set.ts';
import { faultsOfMessage } from './identify.ts';
import type { MessageSpec } from './message-spec.ts';
import type { ContractMessage } from './outgoing.ts';

/** Holds values against the schemas of one message, for those who have a message in hand. */
export class MessageValidator<Message extends ContractMessage> {
  readonly #schemas: SchemaSet;
  readonly #spec: MessageSpec;

  constructor(schemas: SchemaSet, spec: MessageSpec) {
    this.#schemas = schemas;
    this.#spec = spec;
  }

  /** What is wrong with a payload and its headers; nothing when they keep to the contract. */
  faults(message: Pick<ContractMessage, 'payload'> & { readonly headers?: unknown }): readonly Fault[] {
    const { payload, headers } = message;
    return faultsOfMessage(this.#spec, { payload, headers }, this.#schemas);
  }

  isPayload(value: unknown): value is Message['payload'] {
    return (
      faultsOfMessage({ ...this.#spec, headers: true }, { payload: value, headers: {} }, this.#schemas).length === 0
    );
  }
}
