import { expect, test } from 'vitest';
import { allSchemas, schemaUses } from '../../../core/contract/walk.ts';
import { readHttp } from '../read-text.ts';

const { contract } = readHttp(`
openapi: 3.1.1
info: {title: Library, version: 1.0.0}
paths:
  /books:
    post:
      parameters: [{name: dry, in: query, schema: {type: boolean}}]
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {cover: {type: string}}}
            encoding: {cover: {headers: {X-Part: {schema: {type: integer}}}}}
      responses:
        "201": {description: added, headers: {ETag: {schema: {type: string}}}, content: {text/plain: {schema: {const: ok}}}}
      callbacks:
        arrived:
          '{$request.query.url}':
            put:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
              responses: {"200": {description: thanks, content: {text/plain: {schema: {const: thanks}}}}}
webhooks:
  lost:
    post: {requestBody: {content: {application/json: {schema: {enum: [lost]}}}}}
components:
  schemas:
    Book: {type: object, properties: {pages: {items: {type: number}}}}
`);

test('what the service accepts is input, what it emits is output, and callbacks and webhooks turn it round', () => {
  expect([...schemaUses(contract)].map(({ direction, what }) => `${direction} ${what}`)).toEqual([
    'input query parameter "dry" of POST /books',
    'input multipart/form-data request body of POST /books',
    'input header "X-Part" of part "cover" of multipart/form-data request body of POST /books',
    'output text/plain response 201 of POST /books',
    'output header "ETag" of response 201 of POST /books',
    'output application/json request body of POST lost',
    'output application/json request body of PUT {$request.query.url}',
    'input text/plain response 200 of PUT {$request.query.url}',
  ]);
});

test('every schema comes once, parents before children', () => {
  expect([...allSchemas(contract)].map(({ location }) => location.pointer.split('/').slice(-2).join('/'))).toEqual([
    '0/schema',
    'multipart~1form-data/schema',
    'properties/cover',
    'X-Part/schema',
    'text~1plain/schema',
    'ETag/schema',
    'application~1json/schema',
    'application~1json/schema',
    'text~1plain/schema',
    'schemas/Book',
    'properties/pages',
    'pages/items',
  ]);
});
