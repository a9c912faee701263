import { expect, test } from 'vitest';
import { readHttp } from '../read-text.ts';

test('a component is used by references, by names, and by a discriminator; not by itself', () => {
  const { contract } = readHttp(`
openapi: 3.0.4
info: {title: Library, version: 1.0.0}
security: [{key: []}]
paths:
  /books:
    get:
      responses: {"200": {$ref: '#/components/responses/books'}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
  responses:
    books: {description: done, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
    none: {description: never}
  schemas:
    Item: {type: object, discriminator: {propertyName: kind, mapping: {b: Book}}}
    Book: {type: object}
    Map: {allOf: [{$ref: '#/components/schemas/Item'}, {type: object}]}
    Tree: {properties: {children: {items: {$ref: '#/components/schemas/Tree'}}}}
`);
  expect(contract.components.map(({ section, name, uses }) => `${section}.${name} ${uses}`)).toEqual([
    'securitySchemes.key 1',
    'securitySchemes.token 0',
    'responses.books 1',
    'responses.none 0',
    'schemas.Item 2',
    'schemas.Book 1',
    'schemas.Map 1',
    'schemas.Tree 0',
  ]);
});

test('broken references are found in components that nothing uses', () => {
  const { found } = readHttp(`
openapi: 3.1.1
info: {title: Library, version: 1.0.0}
components:
  parameters:
    page: {name: page, in: query, schema: {$ref: '#/components/schemas/Page'}}
  schemas:
    Item: {discriminator: {propertyName: kind, mapping: {b: Book}}}
  examples:
    data: {value: {$ref: '#/not/a/reference'}}
`);
  expect(found).toEqual([
    'api.yaml:6:50 ref-resolves The reference "#/components/schemas/Page" points to "Page", which does not exist under api.yaml#/components/schemas.',
    'api.yaml:8:61 discriminator-target No component schema is named "Book". Add it, or write a reference such as "#/components/schemas/Name".',
  ]);
});
