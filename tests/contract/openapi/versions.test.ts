import { expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { readHttp } from '../read-text.ts';

test('2.0 and 3.0 documents that mean the same are the same contract', () => {
  const old = readHttp(`
swagger: "2.0"
info: {title: Library, version: 1.0.0}
host: example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  basic: {type: basic}
security: [{basic: []}]
paths:
  /books/{id}:
    parameters:
      - {name: id, in: path, required: true, type: integer, format: int64}
    put:
      operationId: putBook
      parameters:
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi, description: Tags}
        - {name: rows, in: query, type: array, items: {type: string}}
        - {name: cols, in: query, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: book, in: body, required: true, schema: {$ref: '#/definitions/Book'}}
      responses:
        200:
          description: done
          headers: {X-Total: {type: integer}}
          schema: {$ref: '#/definitions/Book'}
    post:
      consumes: [multipart/form-data]
      parameters:
        - {name: cover, in: formData, type: file, required: true, description: The cover}
        - {name: words, in: formData, type: array, items: {type: string}}
      responses: {204: {description: none}}
definitions:
  Book: {type: object, properties: {title: {type: string}}}
`);
  const young = readHttp(`
openapi: 3.0.4
info: {title: Library, version: 1.0.0}
servers: [{url: https://example.com/v1}]
security: [{basic: []}]
paths:
  /books/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
    put:
      operationId: putBook
      parameters:
        - {name: tags, in: query, schema: {type: array, items: {type: string}}, description: Tags}
        - {name: rows, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: cols, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
      responses:
        200:
          description: done
          headers: {X-Total: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [cover]
              properties:
                cover: {type: string, format: binary, description: The cover}
                words: {type: array, items: {type: string}}
            encoding: {words: {explode: false}}
      responses: {204: {description: none}}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
  schemas:
    Book: {type: object, properties: {title: {type: string}}}
`);
  expect([old.found, young.found]).toEqual([[], []]);
  const without = (contract: object): unknown => plain({ ...contract, dialect: undefined });
  expect(without(old.contract)).toEqual(without(young.contract));
});

test('3.1: webhooks, shared path items, and words beside a reference', () => {
  const { contract, found } = readHttp(`
openapi: 3.1.1
info: {title: Library, version: 1.0.0}
paths:
  /books:
    $ref: '#/components/pathItems/books'
    parameters: [{$ref: '#/components/parameters/page', description: Which page}]
    get:
      operationId: here
      responses: {"200": {$ref: '#/components/responses/done', description: Here}}
webhooks:
  lost:
    post: {requestBody: {content: {text/plain: {}}}}
components:
  parameters:
    page: {name: page, in: query, description: A page, schema: {type: integer}}
  responses:
    done: {description: Done}
  pathItems:
    books:
      get: {operationId: there}
      delete: {operationId: away, responses: {default: {$ref: '#/components/responses/done'}}}
`);
  const page = {
    name: 'page',
    in: 'query',
    description: 'Which page',
    style: 'form',
    explode: true,
    schema: { types: ['integer'] },
    declaredAt: 'path',
  };
  const server = [{ url: '/' }];
  expect(found).toEqual([]);
  expect(contract.operations.map(plain)).toEqual([
    {
      method: 'get',
      path: '/books',
      operationId: 'here',
      parameters: [page],
      responses: [{ status: '200', description: 'Here' }],
      servers: server,
    },
    {
      method: 'delete',
      path: '/books',
      operationId: 'away',
      parameters: [page],
      responses: [{ status: 'default', description: 'Done' }],
      servers: server,
    },
  ]);
  expect(contract.webhooks.map(plain)).toEqual([
    { method: 'post', path: 'lost', requestBody: { content: [{ name: 'text/plain' }] }, servers: server },
  ]);
});

test('3.2: query, additional operations, querystring, items of a stream and shared media types', () => {
  const { contract, found } = readHttp(`
openapi: 3.2.0
info: {title: Library, version: 1.0.0}
servers: [{url: https://example.com, name: main}]
paths:
  /books:
    query:
      parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
      responses:
        "200":
          content:
            application/jsonl: {itemSchema: {type: string}}
            application/json: {$ref: '#/components/mediaTypes/book'}
    additionalOperations:
      COPY:
        responses: {"204": {description: done}}
components:
  mediaTypes:
    book: {schema: {type: object}, examples: {one: {dataValue: {a: 1}, serializedValue: '{"a":1}'}}}
`);
  expect(found).toEqual([]);
  const servers = [{ url: 'https://example.com', name: 'main', protocol: 'https' }];
  expect(contract.operations.map(plain)).toEqual([
    {
      method: 'query',
      path: '/books',
      parameters: [
        {
          name: 'q',
          in: 'querystring',
          style: 'form',
          explode: true,
          content: { name: 'application/json', schema: { types: ['object'] } },
          declaredAt: 'operation',
        },
      ],
      responses: [
        {
          status: '200',
          description: '',
          content: [
            { name: 'application/jsonl', itemSchema: { types: ['string'] } },
            {
              name: 'application/json',
              schema: { types: ['object'] },
              examples: [{ name: 'one', value: { a: 1 }, serialized: '{"a":1}' }],
            },
          ],
        },
      ],
      servers,
    },
    { method: 'COPY', path: '/books', responses: [{ status: '204', description: 'done' }], servers },
  ]);
});
