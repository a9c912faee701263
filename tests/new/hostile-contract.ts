import { hostileTexts } from '../generators/support/hostile-contracts.ts';

const title = `# canary()\n\`\`\`\nRUN canary()\n"; canary(); //" */ canary() /* \`\${canary()}\` <script>canary()</script> [x](javascript:canary())`;

/** A legal contract with a hostile text in each place that takes one; whatever runs it fails, as there is no `canary`. */
export const hostileContract = {
  openapi: '3.1.1',
  info: { title, version: '1.0.0\n"canary()', description: title, license: { name: title } },
  tags: hostileTexts.map((text) => ({ name: text, description: text })),
  security: [{ token: [] }, { key: [] }],
  paths: Object.fromEntries(
    hostileTexts.map((text, i) => [
      `/things-${i}/{id}`,
      {
        get: {
          operationId: `${text} ${i}`,
          summary: text,
          description: text,
          tags: [text],
          parameters: [{ name: 'id', in: 'path', required: true, description: text, schema: { type: 'string' } }],
          responses: {
            200: {
              description: text,
              headers: { 'X-Thing': { required: true, description: text, schema: { type: 'string' }, example: 'x' } },
              content: { 'application/json': { schema: { type: 'object' }, example: { [text]: text, list: [text] } } },
            },
            '4XX': { description: text, content: { 'application/json': { schema: { const: text } } } },
          },
        },
      },
    ]),
  ),
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: title },
      key: { type: 'apiKey', in: 'header', name: 'X-Key', description: title },
    },
  },
};
