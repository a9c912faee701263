/**
 * An OpenAPI document with that many operations, every fifth of the kinds that published ones have: lists with filters,
 * reading, creating, changing and removing. Each resource has schemas of its own that refer to those of its neighbours.
 */
export function largeDocument(operations: number): string {
  const resources = Math.ceil(operations / 5);
  const numbers = Array.from({ length: resources }, (_, i) => i);
  return JSON.stringify({
    openapi: '3.1.1',
    info: { title: 'Large', version: '1.0.0' },
    paths: Object.fromEntries(numbers.flatMap((i) => pathsOf(i))),
    components: {
      schemas: {
        ...Object.fromEntries(numbers.flatMap((i) => schemasOf(i, resources))),
        Problem: { type: 'object', properties: { title: { type: 'string' }, status: { type: 'integer' } } },
      },
    },
  });
}

function pathsOf(i: number): Array<[path: string, item: object]> {
  const resource = { $ref: `#/components/schemas/Resource${i}` };
  const problem = json({ $ref: '#/components/schemas/Problem' }, 'Something is wrong.');
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const filters = ['limit', 'offset'].map((name) => ({ name, in: 'query', schema: { type: 'integer', minimum: 0 } }));
  const body = (schema: object) => ({ requestBody: { required: true, content: { 'application/json': { schema } } } });
  return [
    [
      `/resources-${i}`,
      {
        get: {
          ...{ operationId: `listResource${i}`, summary: `Lists resource ${i}.`, parameters: filters },
          responses: { 200: json({ type: 'array', items: resource }, 'A page.'), '4XX': problem },
        },
        post: {
          ...{ operationId: `createResource${i}`, ...body({ $ref: `#/components/schemas/NewResource${i}` }) },
          responses: { 201: json(resource, 'Created.'), default: problem },
        },
      },
    ],
    [
      `/resources-${i}/{id}`,
      {
        parameters: [id],
        get: { operationId: `getResource${i}`, responses: { 200: json(resource, 'Found.'), 404: problem } },
        patch: {
          ...{
            operationId: `changeResource${i}`,
            ...body({ type: 'object', properties: { name: { type: 'string' } } }),
          },
          responses: { 200: json(resource, 'Changed.'), 404: problem },
        },
        delete: { operationId: `removeResource${i}`, responses: { 204: { description: 'Gone.' }, 404: problem } },
      },
    ],
  ];
}

function schemasOf(i: number, resources: number): Array<[name: string, schema: object]> {
  const properties = {
    name: { type: 'string', description: `What people call resource ${i}.` },
    size: { type: 'integer', format: 'int64' },
    state: { enum: ['new', 'ready', 'gone'] },
    tags: { type: 'array', items: { type: 'string' } },
    next: { $ref: `#/components/schemas/Resource${(i + 1) % resources}` },
  };
  const identified = { ...properties, id: { type: 'string', format: 'uuid', readOnly: true } };
  return [
    [`Resource${i}`, { type: 'object', required: ['id', 'name'], properties: identified }],
    [`NewResource${i}`, { allOf: [{ $ref: `#/components/schemas/Resource${i}` }], required: ['state'] }],
  ];
}

function json(schema: object, description: string): object {
  return { description, content: { 'application/json': { schema } } };
}
