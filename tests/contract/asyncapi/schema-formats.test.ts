import { expect, test } from 'vitest';
import { dialectOfFormat } from '../../../core/contract/asyncapi/schema-format.ts';
import { read, said } from './support.ts';

test('schema formats name a dialect of JSON Schema or something foreign', () => {
  const formats = [
    undefined,
    'application/vnd.aai.asyncapi;version=2.6.0',
    'application/vnd.aai.asyncapi+yaml;version=3.0.0',
    'application/schema+json;version=draft-07',
    'application/schema+yaml; version=draft-2020-12',
    'application/vnd.oai.openapi;version=3.0.0',
    'application/vnd.oai.openapi+json;version=3.1.0',
    'application/vnd.apache.avro+json;version=1.9.0',
    'application/raml+yaml;version=1.0',
    'application/vnd.google.protobuf;version=3',
    'my own',
  ];
  expect(formats.map(dialectOfFormat)).toEqual([
    'json-schema-draft-07',
    'json-schema-draft-07',
    'json-schema-draft-07',
    'json-schema-draft-07',
    'json-schema-2020-12',
    'openapi-3.0',
    'json-schema-2020-12',
    'foreign',
    'foreign',
    'foreign',
    'foreign',
  ]);
});

test('a payload in a foreign format is kept apart, and what it refers to is not read', () => {
  const { contract, diagnostics } = read(
    '2.6.0',
    `channels:
  c:
    publish:
      message:
        schemaFormat: application/vnd.apache.avro;version=1.9.0
        payload: {$ref: ./order.avsc}
`,
  );
  expect(diagnostics).toEqual([]);
  const message = contract.channels[0]?.messages[0];
  expect(message?.payload).toBeUndefined();
  expect(said(message?.foreign)).toEqual({
    format: 'application/vnd.apache.avro;version=1.9.0',
    location: '8:9',
    value: { $ref: './order.avsc' },
  });
});

test('3.x tells the format inside the payload, and a component in a format goes by its name', () => {
  const { contract, diagnostics } = read(
    '3.0.0',
    `channels:
  c:
    messages:
      plain: {payload: {$ref: '#/components/schemas/Plain'}}
      openapi: {payload: {$ref: '#/components/schemas/Nullable'}}
      avro: {payload: {$ref: '#/components/schemas/Avro'}}
      inline: {payload: {schemaFormat: application/vnd.oai.openapi;version=3.0.0, schema: {type: string, nullable: true}}}
components:
  schemas:
    Plain: {schemaFormat: application/schema+json;version=draft-07, schema: {type: string}}
    Nullable: {schemaFormat: application/vnd.oai.openapi;version=3.0.0, schema: {type: string, nullable: true}}
    Avro: {schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {type: record, name: R, fields: []}}
`,
  );
  expect(diagnostics).toEqual([]);
  const messages = contract.channels[0]?.messages ?? [];
  expect(messages.map(({ payload, foreign }) => [payload?.ref, payload?.types, foreign?.format])).toEqual([
    ['Plain', undefined, undefined],
    ['Nullable', undefined, undefined],
    [undefined, undefined, 'application/vnd.apache.avro;version=1.9.0'],
    [undefined, ['null', 'string'], undefined],
  ]);
  expect([...contract.schemas].map(([name, { types }]) => [name, types])).toEqual([
    ['Plain', ['string']],
    ['Nullable', ['null', 'string']],
  ]);
});
