import { describe, expect, test } from 'vitest';
import { compareContracts } from '../../../core/compat/index.ts';
import { bundleContract } from '../../../core/contract/bundle/bundle-contract.ts';
import { loadContract } from '../../../core/load-contract.ts';
import { Workspace } from '../../../core/source/workspace.ts';

/** Bundles `entry`, and makes sure that the result stands alone and means the same. */
async function bundle(files: Readonly<Record<string, string>>, entry: string): Promise<string> {
  const read = (path: string) => {
    const text = files[path];
    return text === undefined ? { refusal: `points to ${path}, which does not exist` } : { text };
  };
  const workspace = new Workspace({ files: { read } });
  const loaded = await loadContract(workspace, entry);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const text = bundleContract({ ...loaded, workspace, version: '2.0.0' });
  const alone = new Workspace({ files: { read: (path) => ({ refusal: `points to ${path}, outside` }) } });
  alone.add('frozen.yaml', text);
  const frozen = await loadContract(alone, 'frozen.yaml');
  expect(frozen.ok ? [] : frozen.diagnostics.map(({ message }) => message)).toEqual([]);
  if (frozen.ok)
    expect(
      compareContracts(loaded.contract, frozen.contract, { profile: 'generated-clients', eventMode: 'FULL' }),
    ).toEqual([]);
  return text;
}

const head = 'openapi: 3.0.3\ninfo:\n  title: Shop\n  version: 1.0.0\n';

test('what other files lend stands under its own name, in the order in which it is met, and what they refer to behind it', async () => {
  const files = {
    'api/openapi.yaml': `${head}paths:
  /pets:
    parameters:
      - $ref: ../shared/all.yaml#/parameters/Limit
    get:
      responses:
        default: { $ref: ../shared/all.yaml#/responses/Fault }
        '200':
          description: >-
            Everything
            there is.
          content:
            application/json:
              schema: { $ref: ../shared/all.yaml#/schemas/Pet }
`,
    'shared/all.yaml': `parameters:
  Limit: { name: limit, in: query, schema: { type: integer, default: 10 } }
responses:
  Fault:
    description: A fault.
    content: { application/json: { schema: { $ref: './more.yaml' } } }
schemas:
  Pet:
    properties:
      owner: { $ref: '#/schemas/Person' }
      friends: { type: array, items: { $ref: '#/schemas/Pet' } }
  Person: { type: object, properties: { pets: { type: array, items: { $ref: '#/schemas/Pet' } } } }
`,
    'shared/more.yaml': 'type: object\nproperties: { title: { type: string } }\n',
  };
  expect(await bundle(files, 'api/openapi.yaml')).toBe(`openapi: 3.0.3
info:
  title: Shop
  version: 2.0.0
paths:
  /pets:
    parameters:
      - $ref: '#/components/parameters/Limit'
    get:
      responses:
        default: {$ref: '#/components/responses/Fault'}
        '200':
          description: Everything there is.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, default: 10}}
  responses:
    Fault:
      description: A fault.
      content: {application/json: {schema: {$ref: '#/components/schemas/more'}}}
  schemas:
    more:
      type: object
      properties: {title: {type: string}}
    Pet:
      properties:
        owner: {$ref: '#/components/schemas/Person'}
        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Person: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
`);
});

test('two of one name keep apart, the same way in every run', async () => {
  const files = {
    'openapi.yaml': `${head}paths:
  /a:
    get:
      responses:
        '200':
          description: Fine.
          content:
            application/json: { schema: { $ref: one.yaml#/Item } }
            application/xml: { schema: { $ref: two.yaml#/Item } }
components: { schemas: { Item: { type: boolean } } }
`,
    'one.yaml': 'Item: { type: string }\n',
    'two.yaml': 'Item: { type: integer }\n',
  };
  const text = await bundle(files, 'openapi.yaml');
  expect(text).toContain('schemas: {Item: {type: boolean}, OneItem: {type: string}, TwoItem: {type: integer}}');
  expect(await bundle(files, 'openapi.yaml')).toBe(text);
});

test('a component that is nothing but a reference is replaced by what it leads to', async () => {
  const files = {
    'openapi.yaml': `${head}paths:
  /a:
    get:
      responses: { '200': { description: Fine., content: { application/json: { schema: { $ref: one.yaml#/Item } } } } }
components:
  schemas:
    Thing: { $ref: one.yaml#/Item }
`,
    'one.yaml': 'Item: { type: string }\n',
  };
  const text = await bundle(files, 'openapi.yaml');
  expect(text).toContain("schema: {$ref: '#/components/schemas/Thing'}");
  expect(text).toContain('components:\n  schemas:\n    Thing: {type: string}\n');
});

test('what the dialect has no shelf for is written out, and data that looks like a reference stays', async () => {
  const files = {
    'openapi.yaml': `${head}paths:
  /a: { $ref: paths.yaml#/a }
  /b: { $ref: paths.yaml#/a, summary: Mine }
`,
    'paths.yaml': `a:
  summary: Theirs
  get:
    x-note: { $ref: 'other.yaml#/nothing' }
    responses:
      '200':
        description: Fine.
        content:
          application/json:
            schema:
              type: object
              properties:
                example: { $ref: 'other.yaml#/Text' }
                default: { type: string, default: 'x' }
            example: { $ref: 'other.yaml#/Text' }
`,
    'other.yaml': 'Text: { type: object }\n',
  };
  const text = await bundle(files, 'openapi.yaml');
  expect(text.match(/\$ref: \S+/g)).toEqual([
    "$ref: 'other.yaml#/nothing'}",
    "$ref: '#/components/schemas/Text'}",
    "$ref: 'other.yaml#/Text'}",
    "$ref: 'other.yaml#/nothing'}",
    "$ref: '#/components/schemas/Text'}",
    "$ref: 'other.yaml#/Text'}",
  ]);
  expect(text).toMatch(/summary: Theirs.*summary: Mine/s);
});

test('aliases and merge keys, a discriminator by reference, and JSON beside YAML', async () => {
  const files = {
    'openapi.json': JSON.stringify({
      openapi: '3.1.1',
      info: { title: 'Shop', version: '1.0.0' },
      paths: {},
      components: { schemas: { Pet: { $ref: 'pets.yaml#/Pet' }, Odd: { type: 'string', const: 'yes' } } },
    }),
    'pets.yaml': `Base: &base { type: object, required: [kind], properties: { kind: &kind { type: string } } }
Pet:
  oneOf: [ { $ref: '#/Cat' }, { $ref: '#/Dog' } ]
  discriminator: { propertyName: kind, mapping: { cat: '#/Cat', dog: 'pets.yaml#/Dog' } }
Cat: { <<: *base, title: Cat }
Dog: { type: object, required: [kind], properties: { kind: *kind } }
`,
  };
  const text = await bundle(files, 'openapi.json');
  expect(text).toContain("mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}");
  expect(text).toContain("    Odd:\n      type: string\n      const: 'yes'\n");
  expect(text).not.toMatch(/[&*](?:base|kind)/);
});

test('an event contract', async () => {
  const files = {
    'asyncapi.yaml': `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  placed:
    address: placed
    messages:
      placed: { $ref: 'shared.yaml#/messages/Placed' }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/placed' }
    messages: [ { $ref: '#/channels/placed/messages/placed' } ]
`,
    'shared.yaml': `messages:
  Placed:
    headers: { type: object, properties: { id: { $ref: '#/schemas/Id' } } }
    payload: { type: object, properties: { id: { $ref: '#/schemas/Id' } } }
schemas:
  Id: { type: string, minLength: 1 }
`,
  };
  const text = await bundle(files, 'asyncapi.yaml');
  expect(text.slice(text.indexOf('components:'))).toBe(`components:
  messages:
    Placed:
      headers: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}}}
      payload: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}}}
  schemas:
    Id: {type: string, minLength: 1}
`);
});

describe('a link by operationRef', () => {
  const link = (reference: string) => `      responses:
        '200':
          description: Fine.
          links:
            next: { operationRef: '${reference}' }
`;
  const operation = "get: { responses: { '200': { description: Fine. } } }";

  test('points at the same operation, wherever the bundle has it', async () => {
    const files = {
      'api/openapi.yaml': `${head.replace('3.0.3', '3.1.1')}paths:
  /a/{b c}:
    parameters: [{ name: b c, in: path, required: true, schema: { type: string } }]
    ${operation}
  /own:
    get:
${link('#/paths/~1a~1%7Bb%20c%7D/get')}  /lent:
    $ref: ../shared/paths.yaml#/lent
  /to-lent:
    get:
${link('../shared/paths.yaml#/lent/get')}`,
      'shared/paths.yaml': `lent:
    get:
${link('../api/openapi.yaml#/paths/~1own/get')}`,
    };
    const text = await bundle(files, 'api/openapi.yaml');
    expect(text.match(/operationRef: [^}\n]*/g)).toEqual([
      "operationRef: '#/paths/~1a~1%7Bb%20c%7D/get'",
      "operationRef: '#/components/pathItems/lent/get'",
      "operationRef: '#/paths/~1own/get'",
    ]);
  });

  test('into a path item that is written out, for the dialect has no shelf for it', async () => {
    const files = {
      'openapi.yaml': `${head}paths:
  /to-lent:
    get:
${link('paths.yaml#/lent/get')}  /lent:
    $ref: paths.yaml#/lent
`,
      'paths.yaml': `lent:\n  ${operation}\n`,
    };
    expect((await bundle(files, 'openapi.yaml')).match(/operationRef: [^}\n]*/g)).toEqual([
      "operationRef: '#/paths/~1lent/get'",
    ]);
  });

  test('to a published contract stays, and to a file of another contract is refused', async () => {
    const published = 'https://example.com/openapi.yaml#/paths/~1a/get';
    const files = (reference: string) => ({
      'openapi.yaml': `${head}paths:\n  /own:\n    get:\n${link(reference)}`,
      'other.yaml': `${head}paths:\n  /a:\n    ${operation}\n`,
    });
    expect(await bundle(files(published), 'openapi.yaml')).toContain(`operationRef: '${published}'`);
    await expect(bundle(files('other.yaml#/paths/~1a/get'), 'openapi.yaml')).rejects.toThrow(
      'The operationRef "other.yaml#/paths/~1a/get" names an operation of another contract, other.yaml, and a release refers to nothing outside itself. Name the operation by the URL of that contract, or leave the link out.',
    );
  });
});
