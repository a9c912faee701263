import { expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { readText } from './generate.ts';

const contract = `
openapi: 3.2.0
info: { title: T, version: 1.0.0 }
paths:
  /stream:
    get:
      operationId: stream
      security: [{ Strange: [] }]
      responses:
        '101': { description: Another protocol. }
        '200': { description: Fine. }
        '20': { description: No status. }
  /documents:
    put:
      operationId: putDocument
      requestBody:
        content:
          application/xml: { schema: { $ref: '#/components/schemas/Document' } }
          application/avro: { schema: { $ref: '#/components/schemas/Document' } }
          application/jsonl: { schema: { $ref: '#/components/schemas/Document' } }
          text/event-stream: { itemSchema: { properties: { data: { type: string } } } }
      responses:
        '200':
          description: Fine.
          content:
            text/xml: { schema: { $ref: '#/components/schemas/Document' } }
            text/event-stream: { itemSchema: { $ref: '#/components/schemas/Document' } }
            multipart/mixed: { itemSchema: { $ref: '#/components/schemas/Document' } }
            text/plain: { schema: { type: string } }
            '*/*': { schema: { $ref: '#/components/schemas/Document' } }
      callbacks:
        onChange:
          '{$request.cookie.url}':
            get:
              requestBody: { content: { application/json: {} } }
              responses:
                '204': { description: Heard. }
              callbacks:
                onAnswer:
                  '{$request.body#/url}':
                    post:
                      responses:
                        '204': { description: Heard. }
  '/old?action=list':
    get:
      responses:
        '204': { description: Fine. }
webhooks:
  changed:
    post:
      responses:
        '204': { description: Heard. }
components:
  schemas:
    Document: { type: object, properties: { title: { type: string } } }
  securitySchemes:
    Strange: { type: apiKey, in: body, name: key }
`;

it('what the server leaves to others is a finding at its place', () => {
  const { files, diagnostics } = honoServer.generate(readText(contract), { importExtension: '.ts' });
  expect(files.length).toBeGreaterThan(10);
  expect(diagnostics.map(({ rule, severity, location }) => [rule, severity, location.pointer])).toEqual([
    ['unsupported-status', 'warning', '/paths/~1stream/get/responses/20'],
    ['unsupported-status', 'info', '/paths/~1stream/get/responses/101'],
    ['unsupported-media-type', 'warning', '/paths/~1documents/put/requestBody/content/application~1xml'],
    ['unsupported-media-type', 'warning', '/paths/~1documents/put/requestBody/content/application~1avro'],
    ['unsupported-sequence', 'info', '/paths/~1documents/put/requestBody/content/application~1jsonl'],
    ['unsupported-sequence', 'warning', '/paths/~1documents/put/requestBody/content/text~1event-stream'],
    ['unsupported-media-type', 'warning', '/paths/~1documents/put/responses/200/content/text~1xml'],
    ['unsupported-sequence', 'warning', '/paths/~1documents/put/responses/200/content/text~1event-stream/itemSchema'],
    ['unsupported-sequence', 'warning', '/paths/~1documents/put/responses/200/content/multipart~1mixed'],
    ['unsupported-path', 'warning', '/paths/~1old?action=list/get'],
    [
      'unsupported-callback',
      'warning',
      '/paths/~1documents/put/callbacks/onChange/{$request.cookie.url}/get/callbacks/onAnswer',
    ],
    ['unsupported-expression', 'warning', '/paths/~1documents/put/callbacks/onChange/{$request.cookie.url}/get'],
    ['unsupported-body', 'warning', '/paths/~1documents/put/callbacks/onChange/{$request.cookie.url}/get/requestBody'],
    ['unsupported-security-scheme', 'warning', '/components/securitySchemes/Strange'],
  ]);
});
