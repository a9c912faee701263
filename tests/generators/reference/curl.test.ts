import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { HttpContract } from '../../../core/contract/model.ts';
import { curlFor } from '../../../generators/reference/curl.ts';
import { referenceTo } from '../../../generators/reference/reference.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileOpenApi, hostileTexts } from '../support/hostile-contracts.ts';

function curls(text: string): readonly string[] {
  const contract = contractFrom(text);
  if (contract.kind !== 'http') throw new Error('The test needs an HTTP contract.');
  const reference = referenceTo<HttpContract>(contract);
  return contract.operations.map((operation) => curlFor(operation, reference));
}

test('a request has what is required, with the values of the contract, and its credentials as variables', () => {
  const text = `openapi: 3.1.1
info: { title: t, version: 1.0.0 }
servers: [{ url: 'https://{region}.api.example/v1/', variables: { region: { default: eu } } }]
security: [{ key: [], token: [] }]
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: api key }
    token: { type: http, scheme: bearer }
paths:
  /a/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string }, example: x y/z }
        - { name: tag, in: query, required: true, schema: { type: array, items: { type: string } }, example: [a, b] }
        - { name: extra, in: query, schema: { type: string } }
        - { name: If-Match, in: header, required: true, schema: { type: string }, example: '"e"' }
        - { name: sid, in: cookie, required: true, schema: { type: string }, example: s }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: { id: { type: integer, readOnly: true }, name: { type: string, examples: [It's] } }
      responses: { '204': { description: Done. } }
`;
  expect(curls(text)).toEqual([
    `curl -X PUT 'https://eu.api.example/v1/a/x%20y%2Fz?tag=a&tag=b''&api%20key='"$API_KEY" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'If-Match: "e"' \\
  -b 'sid=s' \\
  -H 'Content-Type: application/json' \\
  --data-raw '{
  "name": "It'\\''s"
}'`,
  ]);
});

describe('forms and files', () => {
  const body = (content: string) => `openapi: 3.1.1
info: { title: t, version: 1.0.0 }
paths: { /a: { post: { requestBody: { content: { ${content} } }, responses: { '204': { description: Done. } } } } }
`;
  test.each([
    [
      'multipart/form-data: { schema: { type: object, properties: { file: { type: string, contentMediaType: image/png }, title: { type: string, examples: ["@x"] } } } }',
      `  -F 'file=@file' \\\n  --form-string 'title=@x'`,
    ],
    ['application/x-www-form-urlencoded: { example: { "a@b": "c d" } }', `  --data-urlencode 'a%40b=c d'`],
    ['text/plain: { example: "@/etc/passwd" }', `  -H 'Content-Type: text/plain' \\\n  --data-raw '@/etc/passwd'`],
    ['application/octet-stream: {}', `  -H 'Content-Type: application/octet-stream' \\\n  --data-binary @file`],
  ])('%s', (content, options) => {
    expect(curls(body(content))).toEqual([`curl -X POST 'https://api.example.com/a' \\\n${options}`]);
  });
});

test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))(
  'a shell runs curl and nothing else for %s',
  (_shown, text) => {
    for (const command of curls(hostileOpenApi(text))) {
      const script = `canary() { echo RAN; }; curl() { printf '%s\\0' "$@"; }; ${command}`;
      const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env: { PATH: '/nowhere' } }).split(
        '\0',
      );
      expect(words.filter((word) => word.includes('RAN'))).toEqual([]);
      // What curl itself would read as an option or a file stands at our own places only.
      const options = words.filter((word, at) => word.startsWith('-') && !takesValue(words[at - 1]));
      expect(options.filter((option) => !known.includes(option))).toEqual([]);
    }
  },
);

const known = [
  '-X',
  '-H',
  '-b',
  '-u',
  '-F',
  '--head',
  '--cert',
  '--form-string',
  '--data-raw',
  '--data-binary',
  '--data-urlencode',
];

function takesValue(option: string | undefined): boolean {
  return option !== undefined && option !== '--head' && known.includes(option);
}
