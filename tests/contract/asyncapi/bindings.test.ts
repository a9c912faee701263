import { expect, test } from 'vitest';
import { read, said } from './support.ts';

test('a binding is told apart into schemas, which may refer to components, and data', () => {
  const { contract, diagnostics } = read(
    '3.0.0',
    `channels:
  c:
    bindings:
      ws: {method: GET, query: {type: object}, bindingVersion: 0.1.0}
      kafka: {topic: recordings}
    messages:
      m:
        bindings:
          kafka: {key: {$ref: '#/components/schemas/Key'}, schemaIdLocation: header}
components: {schemas: {Key: {type: string}}}
`,
  );
  expect(diagnostics).toEqual([]);
  const [channel] = contract.channels;
  expect(said(channel?.bindings)).toEqual({
    ws: {
      fields: { method: 'GET', bindingVersion: '0.1.0' },
      schemas: { query: { location: '6:25', types: ['object'] } },
    },
    kafka: { fields: { topic: 'recordings' } },
  });
  expect(said(channel?.messages[0]?.bindings)).toEqual({
    kafka: { fields: { schemaIdLocation: 'header' }, schemas: { key: { location: '11:19', ref: 'Key' } } },
  });
});

test('a value where a schema may stand, a key in Avro and a binding that is no object stay data', () => {
  const { contract } = read(
    '3.0.0',
    `channels:
  c:
    messages:
      m:
        bindings:
          mqtt: {responseTopic: replies}
          kafka: {key: {type: record, name: K}}
          constructor: 1
`,
  );
  expect(said(contract.channels[0]?.messages[0]?.bindings)).toEqual({
    mqtt: { fields: { responseTopic: 'replies' } },
    kafka: { fields: { key: { type: 'record', name: 'K' } } },
    constructor: { fields: { '': 1 } },
  });
});
