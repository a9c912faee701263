import type { Cause } from './cause.ts';

const fine = "responses: { '204': { description: Fine. } }";

export const names: readonly Cause[] = [
  {
    claim: 'names that are the same after casing stay apart',
    document: `
paths:
  /a: { get: { operationId: getPet, ${fine} } }
  /b: { get: { operationId: get_pet, ${fine} } }
  /c: { get: { operationId: GetPet, ${fine} } }
components:
  schemas:
    Pet: { type: object, required: [id, ID], properties: { id: { type: string }, ID: { type: number } } }
    pet: { type: string }
    PET: { type: number }
    GetPetResult: { type: boolean }`,
    client: `
import { createClient, getPet, getPet2, getPet3, type GetPetResult, type Pet, type PET, type Pet2 } from './index.js';
export const pet: Pet = { id: 'a', ID: 1 };
export const values: readonly [Pet2, PET, GetPetResult] = ['a', 1, true];
export const calls = [getPet, getPet2, getPet3];
export const status = createClient().getPet3().then((result) => result.status satisfies 204);`,
    server: `
import type { Handlers } from './index.js';
const done = { status: 204 } as const;
export const handlers = { getPet: () => done, getPet2: () => done, getPet3: () => done } satisfies Handlers<unknown>;`,
  },
  {
    claim: 'reserved words and the names of globals are names like others',
    document: `
paths:
  /a: { delete: { operationId: delete, ${fine} } }
  /b: { get: { operationId: class, parameters: [{ name: class, in: query, schema: { type: string } }], ${fine} } }
  /c: { get: { operationId: then, ${fine} } }
  /d: { get: { operationId: constructor, ${fine} } }
components:
  schemas:
    string: { type: string }
    Record: { type: object, additionalProperties: { type: number } }
    Promise: { type: object, properties: { then: { type: string }, constructor: { type: string } } }
    Array: { type: array, items: { $ref: '#/components/schemas/Promise' } }
    Response: { type: object, properties: { body: { $ref: '#/components/schemas/Array' } } }
    Headers: { type: string }
    undefined: { type: 'null' }
    await: { enum: [class, default] }`,
    client: `
import { type Array_, type Await, class_, constructor_, createClient, delete_, then_ } from './index.js';
export const calls = [class_, constructor_, delete_, then_];
export const list: Array_ = [{ then: 'a', constructor: 'b' }];
export const word: Await = 'default';
export const called = createClient().class_({ query: { class: 'a' } });
export const client = Promise.resolve(createClient());`,
    server: `
import type { Handlers } from './index.js';
const done = { status: 204 } as const;
export const handlers = {
  delete_: () => done,
  class_: ({ query }) => (query.class === 'a' ? done : done),
  then_: () => done,
  constructor_: () => done,
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'names without a letter, empty ones and such as compilers do not know yet become names',
    document: `
paths:
  /a: { get: { operationId: '🐈', ${fine} } }
  /b: { get: { operationId: '', ${fine} } }
  /c: { get: { operationId: '42', ${fine} } }
  /d: { get: { operationId: "\\uA7DA", ${fine} } }
  '/🐈/{}': { get: { parameters: [{ name: '', in: path, required: true, schema: { type: string } }], ${fine} } }
components:
  schemas:
    '🐈': { type: string }
    '': { type: number }
    '42': { type: boolean }
    "\\uA7DA": { type: 'null' }
    '\u10d0': { type: object, properties: { '🐈': { type: string }, '': { type: string }, '42': { type: string } } }`,
    client: `
import { type _42, _42_2, type \u10d0, getB, getBy, type Unnamed, type Unnamed2, type Unnamed3, unnamed, unnamed2 } from './index.js';
export const calls = [_42_2, getB, getBy, unnamed, unnamed2];
export const values: [Unnamed, Unnamed2, Unnamed3, _42] = ['a', 1, null, true];
export const odd: \u10d0 = { '🐈': 'a', '': 'b', 42: 'c' };`,
  },
  {
    claim: 'names of the generated code itself may stand in the document',
    document: `
paths:
  /a: { get: { operationId: createClient, ${fine} } }
  /b: { get: { operationId: servers, ${fine} } }
  /c: { get: { operationId: getPet, ${fine} } }
components:
  schemas:
    ApiClient: { type: string }
    GetPetInput: { type: string }
    Handlers: { type: string }
    Deps: { type: string }
    Binary: { type: string, format: binary }
    Status4XX: { type: string }`,
    client: `
import { type ApiClient2, createClient, createClient2, type GetPetInput, getPet, servers2 } from './index.js';
export const calls = [createClient2, getPet, servers2];
export const text: ApiClient2 | GetPetInput = 'a';
export const client = createClient();`,
    server: `
import { createRoutes, type Handlers } from './index.js';
import type { Deps2, Handlers2 } from './types.js';
const done = { status: 204 } as const;
export const text: Deps2 | Handlers2 = 'a';
const handlers: Handlers<unknown> = { createClient: () => done, servers: () => done, getPet: () => done };
export const routes = createRoutes(handlers, { deps: () => undefined });`,
  },
];
