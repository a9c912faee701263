import type { Message } from '../../contract/model.ts';
import type { Rule } from '../rule.ts';
import { brokerMessages } from './support/broker-messages.ts';
import { isRequired, propertyOf, type Schemas } from './support/in-place.ts';

export const cloudeventsEnvelope: Rule = {
  id: 'cloudevents-envelope',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'An event travels in the CloudEvents envelope, in structured mode.',
  why: 'Deduplication, tracing and dead-letter tools read the envelope of every event without knowing its data.',
  fix: 'Set the content type application/cloudevents+json, and take the shared CloudEvent schema in an allOf that adds "type" and "data".',
  reference: 'CloudEvents 1.0.2, 3.1; JSON Event Format 1.0.2, 3',
  check(contract, report) {
    for (const { message } of brokerMessages(contract)) {
      for (const text of faultsOf(message, contract.schemas)) report({ location: message.location, message: text });
    }
  },
};

const attributes = ['specversion', 'id', 'source', 'type', 'data'];

function faultsOf({ name, contentType, payload, foreign }: Message, schemas: Schemas): readonly string[] {
  const faults: string[] = [];
  if (contentType !== 'application/cloudevents+json') {
    faults.push(
      `The message "${name}" has the content type "${contentType}". Set it to "application/cloudevents+json".`,
    );
  }
  if (foreign !== undefined) return faults;
  const missing = attributes.filter(
    (attribute) =>
      payload === undefined ||
      !isRequired(payload, attribute, schemas) ||
      propertyOf(payload, attribute, schemas) === undefined,
  );
  if (missing.length > 0) {
    faults.push(
      `The payload of "${name}" does not require and describe ${missing.map((each) => `"${each}"`).join(', ')}. Take the shared CloudEvent schema in an allOf, and add "type" and "data".`,
    );
  }
  return faults;
}
