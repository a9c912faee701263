import type { Contract, MediaType, Message } from '../../contract/model.ts';
import type { Rule } from '../rule.ts';
import { inPlace, type Schemas } from './support/in-place.ts';

export const examplesPresent: Rule = {
  id: 'examples-present',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Each request body, response body and message shows an example.',
  why: 'An example is read before any schema is. Contract tests and mock servers are fed with it.',
  fix: 'Add "example" or "examples" beside the schema. Bytes need none.',
  check(contract, report) {
    for (const mediaType of mediaTypesOf(contract)) {
      if (mediaType.examples.length > 0 || needsNone(mediaType, contract.schemas)) continue;
      const message = `The content "${mediaType.name}" shows no example. Add "example" or "examples" beside its schema.`;
      report({ location: mediaType.location, message });
    }
    for (const message of messagesOf(contract)) {
      if (message.examples.length > 0 || needsNone({ schema: message.payload }, contract.schemas)) continue;
      const text = `The message "${message.name}" shows no example. Add "examples" with a payload.`;
      report({ location: message.location, message: text });
    }
  },
};

/** Bytes, nothing at all, or a schema that brings its example along. */
function needsNone({ schema }: Pick<MediaType, 'schema'>, schemas: Schemas): boolean {
  return schema === undefined || inPlace(schema, schemas).some(({ binary, examples }) => binary || examples.length > 0);
}

function mediaTypesOf(contract: Contract): readonly MediaType[] {
  if (contract.kind !== 'http') return [];
  return contract.operations.flatMap((operation) => [
    ...(operation.requestBody?.content ?? []),
    ...operation.responses.flatMap(({ content }) => content),
  ]);
}

function messagesOf(contract: Contract): readonly Message[] {
  return contract.kind === 'event' ? contract.channels.flatMap(({ messages }) => messages) : [];
}
