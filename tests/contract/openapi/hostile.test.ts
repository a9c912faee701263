import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allSchemas, schemaUses } from '../../../core/contract/walk.ts';
import { openApiRules } from '../../../core/rules/openapi/index.ts';
import { readHttp } from '../read-text.ts';

const versions = ['swagger: "2.0"', 'openapi: 3.0.4', 'openapi: 3.1.1', 'openapi: 3.2.0'];

/** Reads, walks and runs every rule; what matters is that it ends. */
function survive(text: string): number {
  const { contract, found } = readHttp(text);
  let findings = found.length;
  for (const { check } of openApiRules) {
    check(contract, ({ location, message }) => {
      findings += message.length > 0 && location.range.start.line > 0 ? 1 : 0;
    });
  }
  return findings + [...schemaUses(contract)].length + [...allSchemas(contract)].length;
}

const words = [
  ...[
    'get',
    'post',
    'parameters',
    'requestBody',
    'responses',
    '200',
    'default',
    'content',
    'application/json',
    'headers',
  ],
  ...[
    'schema',
    'schemas',
    'properties',
    'items',
    'allOf',
    'oneOf',
    'not',
    'type',
    'enum',
    'const',
    'minimum',
    'required',
  ],
  ...[
    'name',
    'in',
    'style',
    'example',
    'examples',
    'value',
    'links',
    'callbacks',
    'security',
    'servers',
    'url',
    'variables',
  ],
  ...[
    'discriminator',
    'mapping',
    'propertyName',
    '$ref',
    '$dynamicRef',
    'nullable',
    'pattern',
    'encoding',
    'itemSchema',
  ],
  ...[
    'paths',
    '/books/{id}',
    'components',
    'definitions',
    'webhooks',
    'pathItems',
    'securitySchemes',
    'flows',
    'scopes',
  ],
  ...['additionalOperations', 'tags', 'consumes', 'produces', '__proto__', 'constructor'],
];
const texts = [
  'path',
  'query',
  'body',
  'formData',
  'array',
  'object',
  'string',
  'file',
  '#',
  '#/components/schemas/schema',
];

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, '', ...texts),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...words), tie('tree')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

test('no value of any type at any place makes a reader or a rule throw', () => {
  const roots = ['paths', 'components', 'definitions', 'webhooks', 'info', 'servers', 'security', 'tags', 'parameters'];
  const documents = fc.tuple(fc.constantFrom(...versions), fc.constantFrom(...roots), tree);
  fc.assert(
    fc.property(documents, ([version, root, value]) => {
      survive(`${version}\n${root}: ${JSON.stringify(value)}\n`);
    }),
    { numRuns: 1500 },
  );
});

test('references in a row or in a circle cost neither stack nor much time', () => {
  const count = 5_000;
  const chain = (link: (target: string) => string): string => {
    const schemas = Array.from(
      { length: count },
      (_, i) => `    s${i}: ${link(`"#/components/schemas/s${(i + 1) % count}"`)}`,
    );
    return `openapi: 3.1.1\ncomponents:\n  schemas:\n${schemas.join('\n')}\n`;
  };
  const started = performance.now();
  for (const link of [
    (target: string) => `{$ref: ${target}}`,
    (target: string) => `{allOf: [{$ref: ${target}}, {type: object}]}`,
    (target: string) => `{items: {$ref: ${target}}}`,
  ]) {
    expect(survive(chain(link))).toBeGreaterThan(0);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('callbacks, headers and path items that contain themselves are cut where they repeat', () => {
  const { contract, found } = readHttp(`
openapi: 3.1.1
info: {title: Library, version: 1.0.0}
paths:
  /books:
    post:
      operationId: subscribe
      callbacks:
        again: {$ref: '#/components/callbacks/again'}
components:
  callbacks:
    again:
      '{$request.query.url}': {$ref: '#/paths/~1books'}
  headers:
    loop: {content: {multipart/mixed: {encoding: {part: {headers: {inner: {$ref: '#/components/headers/loop'}}}}}}}
`);
  expect(found).toEqual([]);
  const outer = contract.operations[0]?.callbacks[0]?.operations[0];
  expect([outer?.path, outer?.operationId, outer?.callbacks]).toEqual(['{$request.query.url}', 'subscribe', []]);
});
