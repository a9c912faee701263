/** Texts that become something else than text where a printer forgets to escape. Each calls `canary` when it does. */
export const hostileTexts: readonly string[] = [
  '<script>canary()</script>',
  '"><img src=x onerror=canary()>',
  "' onmouseover='canary()' x='",
  '</script><script>canary()</script>',
  '</style><script>canary()</script>',
  '</title><script>canary()</script>',
  '</textarea><script>canary()</script>',
  '</code></pre><svg onload=canary()>',
  '<a href="javascript:canary()">x</a>',
  '<details open ontoggle=canary()>x',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=canary()>',
  '--><script>canary()</script><!--',
  ']]><script>canary()</script>',
  '<![CDATA[<script>canary()</script>',
  '<?php canary() ?>',
  '[x](javascript:canary())',
  '[x](JaVaScRiPt:canary())',
  '[x](java&#115;cript:canary())',
  '[x](java\\script:canary())',
  '[x](<javascript:canary()>)',
  '[x](vbscript:canary())',
  '[x](data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/x)',
  '![x](javascript:canary())',
  '![x](https://evil.example/pixel.png)',
  '<javascript:canary()>',
  '[x]: javascript:canary()\n\n[x] [x][x]',
  '[x](https://a.example" onclick="canary())',
  '[x](<https://a.example" onmouseover="canary()>)',
  '[x](https://a.example "t" onclick="canary()")',
  'x\n\n<script>canary()</script>\n\nx',
  '```\n</code></pre><script>canary()</script>\n```',
  '````js"><img src=x onerror=canary()>\nx\n````',
  '`</code><script>canary()</script>`',
  '| a | b |\n|---|---|\n| <script>canary()</script> | x |',
  '- a\n  - <script>canary()</script>\n> <img src=x onerror=canary()>',
  '# <script>canary()</script>',
  'x\n===\n<script>canary()</script>',
  '&lt;script&gt;canary()&lt;/script&gt;',
  '&#60;script&#62;canary()&#60;/script&#62;',
  `{{canary}} {{{canary}}} $\{canary()} #{canary()} <%= canary() %>`,
  `\`;canary();\`$\{canary()}`,
  '\\"></a><script>canary()</script>',
  '*/canary()/*',
  '\u2028canary()\u2029',
  '\u202eevitcepsrep\u202c\u0000\u0007\u001b[31m',
  '\ud800<script>canary()</script>',
  "'; canary; echo '",
  '$(canary) `canary` \\\n canary',
];

/** A document with the text in every position that takes one. */
export function hostileOpenApi(text: string): string {
  const example = { value: { [text]: text }, summary: text };
  const leaf = {
    ...{ type: 'string', title: text, description: text, format: text, pattern: text, contentMediaType: text },
    ...{ default: text, enum: [text, 'b'], example: text, [`x-${text}`]: text },
  };
  const content = {
    'application/json': { schema: { $ref: '#/components/schemas/Hostile' }, examples: { [text]: example } },
    [text]: { schema: leaf, example: text },
  };
  const parameter = (place: string) => ({
    ...{ name: text, in: place, required: true, description: text, schema: leaf, example: text },
  });
  const responses = {
    '200': {
      ...{ description: text, content, headers: { [text]: { description: text, schema: leaf } } },
      links: { [text]: { operationId: text, description: text } },
    },
    '400': { $ref: '#/components/responses/Hostile' },
    '401': { $ref: '#/components/responses/Hostile' },
    [text]: { description: text },
  };
  const operation = {
    ...{ operationId: text, summary: text, description: text, tags: [text], deprecated: true, 'x-sunset': text },
    parameters: ['path', 'query', 'header', 'cookie'].map(parameter),
    requestBody: { description: text, required: true, content: { 'multipart/form-data': content[text], ...content } },
    responses,
    security: [{ [text]: [text] }, { key: [] }, { basic: [] }],
    callbacks: {
      [text]: { [text]: { post: { summary: text, description: text, responses: { '200': { description: text } } } } },
    },
    [`x-${text}`]: { [text]: text },
  };
  return JSON.stringify({
    openapi: '3.1.1',
    info: {
      title: text,
      version: text,
      summary: text,
      description: text,
      license: { name: text },
      contact: { name: text },
    },
    servers: [
      { url: text, description: text, variables: { [text]: { default: text, enum: [text], description: text } } },
    ],
    tags: [{ name: text, description: text }],
    paths: { [`/${text}/{${text}}`]: { get: operation, post: { ...operation, operationId: `${text}2` } } },
    webhooks: { [text]: { post: operation } },
    components: {
      responses: { Hostile: responses['200'] },
      securitySchemes: {
        [text]: {
          type: 'oauth2',
          description: text,
          flows: { implicit: { authorizationUrl: text, scopes: { [text]: text } } },
        },
        key: { type: 'apiKey', in: 'query', name: text, description: text },
        basic: { type: 'http', scheme: text, bearerFormat: text },
      },
      schemas: {
        [text]: leaf,
        Hostile: {
          ...{
            type: 'object',
            description: text,
            required: [text],
            properties: { [text]: leaf, more: { $ref: '#/components/schemas/Hostile' } },
          },
          ...{ patternProperties: { [text]: leaf }, additionalProperties: leaf, dependentRequired: { [text]: [text] } },
          oneOf: [leaf, { $ref: '#/components/schemas/Hostile' }, { title: text, type: 'object' }],
          discriminator: { propertyName: text, mapping: { [text]: '#/components/schemas/Hostile' } },
        },
      },
    },
  });
}

export function hostileAsyncApi(text: string): string {
  const schema = {
    type: 'object',
    title: text,
    description: text,
    properties: { [text]: { type: 'string', enum: [text] } },
  };
  const bindings = { [text]: { [text]: text }, kafka: { key: schema } };
  const described = {
    title: text,
    summary: text,
    description: text,
    tags: [{ name: text }],
    bindings,
    [`x-${text}`]: text,
  };
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: text, version: text, description: text, license: { name: text } },
    servers: { [text]: { host: text, protocol: text, pathname: text, description: text, bindings } },
    channels: {
      hostile: {
        ...{
          ...described,
          address: `${text}{${text}}`,
          parameters: { [text]: { description: text, enum: [text], default: text } },
        },
        messages: { hostile: { $ref: '#/components/messages/hostile' } },
      },
    },
    operations: {
      [text]: {
        ...{ ...described, action: 'send', channel: { $ref: '#/channels/hostile' }, 'x-sunset': text },
        reply: { address: { location: text }, channel: { $ref: '#/channels/hostile' } },
        security: [{ $ref: '#/components/securitySchemes/hostile' }],
      },
    },
    components: {
      securitySchemes: { hostile: { type: text, description: text, name: text, in: text } },
      schemas: { [text]: schema },
      messages: {
        hostile: {
          ...{
            ...described,
            name: text,
            contentType: text,
            headers: schema,
            payload: schema,
            correlationId: { location: text },
          },
          examples: [{ name: text, summary: text, payload: { [text]: text }, headers: { [text]: text } }],
        },
        [text]: { payload: { schemaFormat: text, schema: text }, name: text },
      },
    },
  });
}
