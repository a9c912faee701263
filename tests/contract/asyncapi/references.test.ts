import { expect, test } from 'vitest';
import { read } from './support.ts';

test('broken references are found in components that nobody uses', () => {
  const { diagnostics } = read(
    '3.0.0',
    `components:
  messages: {m: {payload: {$ref: '#/nowhere'}, correlationId: {$ref: '#/nowhere'}}}
  messageTraits: {t: {headers: {$ref: '#/nowhere'}}}
  operationTraits: {t: {security: [{$ref: '#/nowhere'}]}}
  channels: {c: {servers: [{$ref: '#/nowhere'}], parameters: {p: {$ref: '#/nowhere'}}}}
  operations: {o: {action: send, channel: {$ref: '#/nowhere'}}}
  replies: {r: {channel: {$ref: '#/nowhere'}}}
  servers: {s: {host: h, protocol: p, variables: {v: {$ref: '#/nowhere'}}, tags: [{$ref: '#/nowhere'}]}}
  replyAddresses: {a: {$ref: '#/nowhere'}}
  messageBindings: {b: {kafka: {key: {$ref: '#/nowhere'}}}}
  tags: {t: {name: t, externalDocs: {$ref: '#/nowhere'}}}
  schemas: {S: {properties: {p: {$ref: '#/nowhere'}}}}
`,
  );
  const lines = diagnostics.map((text) => Number(text.split(':')[1])).sort((a, b) => a - b);
  expect(lines).toEqual([4, 4, 5, 6, 7, 7, 8, 9, 10, 10, 11, 12, 13, 14]);
  expect(diagnostics.every((text) => text.endsWith(' ref-resolves'))).toBe(true);
});

test('a $ref inside data is data', () => {
  const { diagnostics } = read(
    '2.6.0',
    `x-note: {$ref: '#/nowhere'}
channels:
  c:
    x-note: {$ref: '#/nowhere'}
    bindings: {kafka: {note: {$ref: '#/nowhere'}}}
    publish:
      message:
        examples: [{payload: {$ref: '#/nowhere'}}]
        payload:
          default: {$ref: '#/nowhere'}
          enum: [{$ref: '#/nowhere'}]
        bindings: {kafka: {key: {enum: [{$ref: '#/nowhere'}]}}}
`,
  );
  expect(diagnostics).toEqual([]);
});

test('a schema that only a binding refers to is in use', () => {
  const { contract } = read(
    '2.6.0',
    `channels:
  c: {publish: {message: {bindings: {kafka: {key: {$ref: '#/components/schemas/Key'}}}}}}
components:
  schemas: {Key: {type: string}, Unused: {type: string}}
`,
  );
  expect(contract.components.map(({ name, uses }) => [name, uses])).toEqual([
    ['Key', 1],
    ['Unused', 0],
  ]);
});
