import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exampleRules } from '../../../core/rules/examples/index.ts';
import { ruleFolders, testRules } from '../harness.ts';
import { findingsOf } from './findings-of.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

testRules(folder, (path) => findingsOf(path, exampleRules));

test('every rule has fixtures, and every folder of fixtures a rule', () => {
  expect(ruleFolders(folder)).toEqual(exampleRules.map(({ id }) => id).sort());
});

test('a finding says what is wrong, where, and which schema says so', () => {
  const found = findingsOf(`${folder}example-matches-schema/bad-message.yaml`, exampleRules);
  expect(found.map(({ message, related }) => [message, related?.[0]?.location.pointer])).toEqual([
    [
      'In this example, /id must be an integer, but is "seven". Correct the example, or the schema if that is what is wrong.',
      '/channels/users/messages/created/payload/properties/id',
    ],
    [
      'This example must have the property "trace". Correct the example, or the schema if that is what is wrong.',
      '/channels/users/messages/created/headers',
    ],
  ]);
});

test('AsyncAPI says "must" of the examples of messages and of defaults, OpenAPI says "should"', () => {
  const severities = (path: string) => [
    ...new Set(findingsOf(`${folder}${path}`, exampleRules).map(({ rule, severity }) => `${severity} ${rule}`)),
  ];
  expect(severities('example-matches-schema/bad-components.yaml')).toEqual(['error example-matches-schema']);
  expect(severities('default-matches-schema/bad-components.yaml')).toEqual(['error default-matches-schema']);
  expect(severities('example-matches-schema/bad.yaml')).toEqual(['warning example-matches-schema']);
  expect(severities('default-matches-schema/bad.yaml')).toEqual(['warning default-matches-schema']);
});
