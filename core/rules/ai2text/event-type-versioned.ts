import type { Message } from '../../contract/model.ts';
import type { Json } from '../../source/json.ts';
import type { Rule } from '../rule.ts';
import { brokerMessages } from './support/broker-messages.ts';
import { inPlace, type Schemas } from './support/in-place.ts';

export const eventTypeVersioned: Rule = {
  id: 'event-type-versioned',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'The type of an event is one value, ends in its major version, and agrees with the address of its channel.',
  why: 'A consumer subscribes by address and decides by type. When the two disagree it handles data of a shape that it does not know.',
  fix: 'Give "type" a const such as "vn.ai2text.recording.ingested.v1", and the channel the address "recording.ingested.v1".',
  reference: 'CloudEvents 1.0.2, 3.1.1; CloudEvents Primer, Versioning',
  check(contract, report) {
    for (const { channel, message } of brokerMessages(contract)) {
      const { address = channel.name } = channel;
      const type = typeOf(message, contract.schemas);
      const { location } = message;
      if (typeof type !== 'string') {
        const text = `The message "${message.name}" does not fix its "type" to one value. Give the property "type" of its payload a const that ends in "${address}".`;
        report({ location, message: text });
      } else if (!/\.v[1-9]\d*$/.test(type)) {
        const text = `The type "${type}" does not end in its major version. Add it, such as "${type}.v1", to the type and to the address of the channel.`;
        report({ location, message: text });
      } else if (type !== address && !type.endsWith(`.${address}`)) {
        const text = `The type "${type}" does not agree with the address "${address}" of its channel. Make the type end in the address.`;
        report({ location, message: text });
      }
    }
  },
};

/** The single value that `type` may have, wherever among the schemas in place it is given. */
function typeOf({ payload }: Message, schemas: Schemas): Json | undefined {
  if (payload === undefined) return undefined;
  const declared = inPlace(payload, schemas).flatMap(({ properties }) => properties?.get('type') ?? []);
  const lists = declared.flatMap((property) => inPlace(property, schemas).flatMap(({ enum: values }) => values ?? []));
  return lists.length === 1 ? lists[0] : undefined;
}
