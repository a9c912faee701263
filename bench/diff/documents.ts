import type { JsonObject } from '../../core/source/json.ts';

/** How much of a document differs from its first version. */
export type Edit = 'none' | 'one' | 'all';

/** 500 operations with bodies of some depth, each with schemas of its own: what large services look like. */
export function plainDocument(edit: Edit): JsonObject {
  const operations = Array.from({ length: 500 }, (_, i) => i);
  const paths = operations.map((i) => [`/things${i}/{id}`, pathItem(i, isEdited(edit, i))]);
  const schemas = operations.map((i) => [`Thing${i}`, thing(isEdited(edit, i))]);
  return document(Object.fromEntries(paths), Object.fromEntries(schemas));
}

/**
 * Schemas each of which refers to the next, to one far away and back to the first, so that each leads to all; one
 * operation uses them, both ways.
 */
export function cyclicDocument(edit: Edit, size: number): JsonObject {
  const schemas = Array.from({ length: size }, (_, i) => [
    `Part${i}`,
    {
      type: 'object',
      // Nothing in the circle is required: no value could be finite otherwise, and every change would be none.
      required: ['count'],
      properties: {
        next: reference(`Part${(i + 1) % size}`),
        far: reference(`Part${(i * 7 + 3) % size}`),
        all: { type: 'array', items: reference('Part0') },
        count: { type: 'integer', minimum: 0, maximum: isEdited(edit, i) ? 50 : 100 },
      },
    },
  ]);
  const use = { content: { 'application/json': { schema: reference('Part0') } } };
  const post = { requestBody: use, responses: { '200': { description: 'Fine.', ...use } } };
  return document({ '/parts': { post } }, Object.fromEntries(schemas));
}

function isEdited(edit: Edit, i: number): boolean {
  return edit === 'all' || (edit === 'one' && i === 250);
}

function document(paths: JsonObject, schemas: JsonObject): JsonObject {
  return { openapi: '3.1.1', info: { title: 'Measured', version: '1.0.0' }, paths, components: { schemas } };
}

function pathItem(i: number, edited: boolean): JsonObject {
  const parameters = [
    { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: edited ? 40 : 60 } },
  ];
  const content = { 'application/json': { schema: reference(`Thing${i}`) } };
  const responses = { '200': { description: 'Fine.', content }, '404': { description: 'Not there.' } };
  return { put: { operationId: `putThing${i}`, parameters, requestBody: { required: true, content }, responses } };
}

function thing(edited: boolean): JsonObject {
  const line = {
    type: 'object',
    required: ['product', 'quantity'],
    properties: {
      product: { type: 'string', minLength: 1, maxLength: edited ? 80 : 100 },
      quantity: { type: 'integer', minimum: 1, maximum: 1_000 },
      state: { type: 'string', enum: edited ? ['open', 'closed'] : ['open', 'closed', 'lost'] },
    },
  };
  return {
    type: 'object',
    required: ['id', 'lines'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      name: { type: 'string', maxLength: 200 },
      lines: { type: 'array', maxItems: 50, items: line },
      price: { anyOf: [{ type: 'number', minimum: 0 }, { type: 'null' }] },
    },
  };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
