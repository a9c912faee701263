import { expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { readText } from './generate.ts';

const contract = `
openapi: 3.1.1
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
  /xml:
    put:
      operationId: putXml
      requestBody: { content: { application/xml: { schema: { type: object } } } }
      responses:
        '204': { description: Fine. }
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
  securitySchemes:
    Strange: { type: apiKey, in: body, name: key }
`;

it('what the server leaves to others is a finding at its place', () => {
  const { files, diagnostics } = honoServer.generate(readText(contract), { importExtension: '.ts' });
  expect(files.length).toBeGreaterThan(10);
  expect(diagnostics.map(({ rule, severity, location }) => [rule, severity, location.pointer])).toEqual([
    ['unsupported-status', 'warning', '/paths/~1stream/get/responses/20'],
    ['unsupported-status', 'info', '/paths/~1stream/get/responses/101'],
    ['unsupported-media-type', 'warning', '/paths/~1xml/put/requestBody/content/application~1xml'],
    ['unsupported-path', 'warning', '/paths/~1old?action=list/get'],
    ['unsupported-webhook', 'info', '/webhooks/changed/post'],
    ['unsupported-security-scheme', 'warning', '/components/securitySchemes/Strange'],
  ]);
});
