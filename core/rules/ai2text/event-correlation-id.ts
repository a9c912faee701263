import type { Rule } from '../rule.ts';
import { brokerMessages } from './support/broker-messages.ts';

export const eventCorrelationId: Rule = {
  id: 'event-correlation-id',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Each event says where its correlation id is.',
  why: 'It is how the way of one recording through all services is put together again from their logs.',
  fix: 'Add "correlationId" to the message, with a location such as $message.payload#/data/recordingId.',
  reference: 'AsyncAPI 3.0.0, Correlation ID Object',
  check(contract, report) {
    for (const { message } of brokerMessages(contract)) {
      if (message.correlationId !== undefined) continue;
      const text = `The message "${message.name}" has no correlation id. Add "correlationId", with a location such as "$message.payload#/data/recordingId".`;
      report({ location: message.location, message: text });
    }
  },
};
