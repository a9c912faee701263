import { describe, expect, it } from 'vitest';
import { toJsonSchema } from '../../../core/schema/to-json-schema.ts';
import { eventItem } from '../../../generators/hono-server/event-item.ts';
import { contractFrom } from '../support/contract.ts';

const document = { contentMediaType: 'application/json', contentSchema: { type: 'integer' } };
const integer = { type: 'integer', contentMediaType: 'application/json' };

/** What becomes of an item schema, printed as JSON Schema. */
function changed(schemas: Readonly<Record<string, object>>): unknown {
  const text = JSON.stringify({
    openapi: '3.2.0',
    info: { title: 'T', version: '1' },
    paths: {},
    components: { schemas },
  });
  const contract = contractFrom(text, 'openapi.json');
  const item = contract.schemas.get('Item');
  return item && toJsonSchema(eventItem(item, contract.schemas));
}

describe('data that is a JSON document', () => {
  it('becomes what the document holds', () => {
    const Item = { type: 'object', properties: { data: { type: 'string', ...document }, id: { type: 'string' } } };
    expect(changed({ Item })).toEqual({
      type: 'object',
      properties: { data: integer, id: { type: 'string' } },
    });
  });

  it('is no text to the schemas that hold beside', () => {
    const Base = { type: 'object', properties: { data: { type: 'string', minLength: 1 } } };
    const Item = { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { data: document } }] };
    expect(changed({ Base, Item })).toEqual({
      allOf: [
        { allOf: [{ type: 'object', properties: { data: { minLength: 1 } } }] },
        { properties: { data: integer } },
      ],
    });
  });

  it('leaves text alone in other branches', () => {
    const Item = {
      properties: { event: { type: 'string' } },
      oneOf: [{ properties: { data: document } }, { properties: { data: { type: 'string' } } }],
    };
    expect(changed({ Item })).toEqual({
      properties: { event: { type: 'string' } },
      oneOf: [{ properties: { data: integer } }, { properties: { data: { type: 'string' } } }],
    });
  });

  it('may be any document, which is still told from text', () => {
    const Item = { properties: { data: { contentMediaType: 'application/json', contentSchema: true } } };
    expect(changed({ Item })).toEqual({ properties: { data: { contentMediaType: 'application/json' } } });
  });
});

it.each([
  ['plain text', { properties: { data: { type: 'string' } } }],
  ['text in an encoding', { properties: { data: { contentEncoding: 'base64', ...document } } }],
  ['another type of document', { properties: { data: { contentMediaType: 'text/plain' } } }],
])('%s stays as it is', (_, Item) => {
  expect(changed({ Item })).toEqual(Item);
});

it('schemas that lead back to themselves end', () => {
  const Item = { properties: { data: document }, allOf: [{ $ref: '#/components/schemas/Item' }] };
  const itself = { $ref: '#/$defs/Item', properties: { data: document } };
  expect(changed({ Item })).toEqual({ properties: { data: integer }, allOf: [itself] });
});
