/** Texts that would run, or break the file, wherever one is printed without care. Each run would leave a mark. */
const canary = "__import__('builtins').__dict__.setdefault('canary', []).append(1)";
export const hostileTexts = [
  `""" + ${canary} + """`,
  `''' + ${canary} + '''`,
  `" + ${canary} + "`,
  `' + ${canary} + '`,
  `"); ${canary}; ("`,
  `\\"""; ${canary}; """`,
  `\\`,
  `\\\\"`,
  `ends with a quote"`,
  `"starts with one`,
  `{${canary}}`,
  `{{${canary}}} {{{this}}} {{#each}} {{/if}} {{constructor.constructor}}`,
  `%(${canary})s`,
  `\n${canary}\n`,
  `\r${canary}`,
  `\u2028${canary}\u2029`,
  `\u0085${canary}\f\v\x1c`,
  `>>> ${canary}`,
  `# type: ignore`,
  `# noqa: ${canary}`,
  '# -*- coding: utf-7 -*-',
  '\\N{BULLET} \\x41 \\u0041',
  `]; ${canary}; [`,
  `}\n${canary}`,
  `:\n    ${canary}`,
  '../../../etc/passwd',
  '..\\..\\x',
  '__proto__',
  'constructor',
  '__init__',
  '__class__',
  '__pydantic_extra__',
  '__import__',
  '_private',
  'model_config',
  'model_fields',
  'model_',
  'class',
  'import os',
  'import',
  'None',
  'True',
  'self',
  'cls',
  'body',
  'options',
  'operations',
  'results',
  'models',
  'close',
  'headers',
  'content_type',
  'status',
  'unwrap',
  'Any',
  'Model',
  'Annotated',
  'Client',
  'str',
  'list',
  'dict',
  'int',
  'type',
  'property',
  'datetime',
  'uuid',
  'schema',
  'copy',
  'json',
  'match',
  '_',
  '1',
  '1.0',
  '404',
  '-1',
  '',
  ' ',
  '😀',
  '\u202egnp.exe',
  '\u0000',
  '\ud800',
  'é',
  'e\u0301',
  '\ufb01',
  'fi',
  'ｉｍｐｏｒｔ',
  '日本語',
  '\u0660',
  '\u0301',
  'pet_status',
  'petStatus',
  'PetStatus',
  'PET-STATUS',
  '%2e%2e/%2f',
  'a.b/c~d#e?f&g=h',
];

/** Every text in every place that a contract has for texts. */
export function hostileContract(): unknown {
  const texts = hostileTexts;
  const properties = Object.fromEntries(
    texts.map((text) => [text, { description: text, enum: [text, `${text}!`], default: text, title: text }]),
  );
  const schemas = Object.fromEntries(
    texts.map((text) => [text, { type: 'object', description: text, properties, required: texts }]),
  );
  return {
    openapi: '3.1.1',
    info: { title: texts.join(' '), version: texts.join(' '), description: texts.join(' ') },
    servers: texts.map((text) => ({
      url: `https://example.com/${text}/{${bare(text)}}`,
      description: text,
      variables: { [bare(text)]: { default: text, description: text } },
    })),
    paths: Object.fromEntries(texts.map((text, i) => [`/${i}/${bare(text)}`, pathItem(text)])),
    components: {
      schemas: {
        ...schemas,
        union: {
          oneOf: texts.map((text) => ({ $ref: pointerTo(text) })),
          discriminator: {
            propertyName: texts[0],
            mapping: Object.fromEntries(texts.map((text) => [text, pointerTo(text)])),
          },
        },
      },
      securitySchemes: Object.fromEntries(
        texts.map((text, i) => [
          text,
          i % 2 === 0
            ? { type: 'http', scheme: 'bearer', description: text }
            : { type: 'apiKey', in: 'query', name: text, description: text },
        ]),
      ),
    },
  };
}

function pathItem(text: string): unknown {
  const parameter = (place: string) => ({
    ...{ name: text, in: place, description: text, deprecated: true },
    schema: { type: 'string', enum: [text] },
  });
  const content = {
    [text]: { schema: { $ref: pointerTo(text) }, encoding: { [text]: { contentType: text } } },
    'multipart/form-data': { schema: { type: 'object' }, encoding: { [text]: { contentType: text } } },
  };
  return {
    post: {
      ...{ operationId: text, summary: text, description: text, tags: [text], deprecated: true },
      parameters: [parameter('query'), parameter('header'), parameter('cookie')],
      requestBody: { description: text, content },
      responses: {
        200: { description: text, headers: { [text]: { required: true, description: text, schema: {} } }, content },
        [text]: { description: text, content },
      },
      security: [{ [text]: [] }],
      servers: [{ url: `https://example.com/${text}` }],
    },
    get: { summary: text, responses: { default: { description: text } } },
  };
}

function bare(text: string): string {
  return text.replaceAll(/[{}]/g, '');
}

function pointerTo(name: string): string {
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/components/schemas/${encodeURIComponent(token.replaceAll(/\p{Cs}/gu, '\ufffd'))}`;
}
