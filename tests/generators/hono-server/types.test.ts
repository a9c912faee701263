import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { compile, settings } from './compile.ts';
import { generateInto, readFixture, type Written } from './generate.ts';

const petstore = readFixture('tests/generators/hono-server/fixtures/petstore.yaml');

describe('generated code compiles under strict settings', { timeout: 60_000 }, () => {
  it.each(settings)('%s', async (_, extension, options) => {
    const written = generateInto(honoServer, petstore, extension);
    expect(await compile(written, options)).toEqual([]);
    written.remove();
  });
});

describe('handlers that break the contract do not compile', { timeout: 60_000 }, () => {
  let written: Written;
  let complaints: ReadonlyMap<string, string>;
  beforeAll(async () => {
    written = generateInto(honoServer, petstore);
    const [, , options] = settings[1];
    complaints = byFile(await compile(written, options, snippets));
  });
  afterAll(() => written.remove());

  it('complete handlers compile, with their inputs and outputs inferred', () => {
    expect(complaints.get('right.ts')).toBeUndefined();
  });

  it.each([
    ['an undeclared status', 'status.ts', /Type '418' is not assignable to type/],
    ['a missing operation', 'operation.ts', /Property 'getPet' is missing/],
    ['a body with a value that is not listed', 'body.ts', /Type '"bird"' is not assignable to type 'Kind'/],
    ['a missing required header', 'header.ts', /Property 'headers' is missing/],
    ['a content type that is not chosen', 'choice.ts', /Property 'contentType' is missing/],
    ['a parameter that is not declared', 'input.ts', /Property 'colour' does not exist/],
    ['a missing security handler', 'schemes.ts', /Property 'Login' is missing/],
  ])('%s', (_, file, complaint) => {
    expect(complaints.get(file)).toMatch(complaint);
  });
});

/** Complaints span lines: the first names the file, the others are indented. */
function byFile(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let file = '';
  for (const line of lines) {
    file = /^([\w.]+)\(/.exec(line)?.[1] ?? file;
    found.set(file, `${found.get(file) ?? ''}${line}\n`);
  }
  return found;
}

const right = `
import { createRoutes, HttpProblem, type Handlers } from './index.ts';
interface Deps { readonly pets: Map<number, { name: string; kind: 'cat' | 'dog' }> }
interface Caller { readonly name: string }
async function* lines({ pets }: Deps) { for (const pet of pets.values()) yield JSON.stringify(pet) + '\\n'; }
export const handlers = {
  listPets: ({ query: { limit, tags = [] } }, { deps, principal }) => {
    const names: string = principal.name + tags.join();
    const count: number = limit;
    return { status: 200, headers: { 'X-Total': count + names.length }, body: [...deps.pets].map(([id, pet]) => ({ id, ...pet })) };
  },
  createPet: async ({ body, contentType }) => {
    const type: 'application/json' | 'application/x-www-form-urlencoded' = contentType;
    if (type === 'application/json') return { status: 409, body: { title: 'Conflict', status: 409 } };
    return { status: 201, headers: { Location: '/pets/1' }, body: { id: 1, name: body.name, kind: body.kind } };
  },
  getPet: ({ path: { petId } }, { deps }) => {
    const pet = deps.pets.get(petId);
    if (pet === undefined) throw new HttpProblem(404);
    return { status: 200, body: { id: petId, ...pet } };
  },
  deletePet: () => ({ status: 204 }),
  listOwnPets: () => ({ status: 200, contentType: 'text/csv', body: 'Milo' }),
  putPhoto: async (input) => {
    if (input.contentType === 'image/png') return { status: 200, body: { bytes: (await new Response(input.body).arrayBuffer()).byteLength } };
    return { status: 200, body: { bytes: input.body.photo.size, ...(input.body.caption !== undefined && { caption: input.body.caption }) } };
  },
  getPhoto: () => ({ status: 200, body: new Uint8Array(1) }),
  putNote: ({ path, body }) => ({ status: 200, body: path.first + path.second + (body ?? '') }),
  readStyles: ({ path }) => ({ status: 200, body: { first: path.simple[0] ?? 0 } }),
  searchPets: ({ querystring: { name, ages = [] } }) => (name.length + ages.length > 1 ? { status: 204 } : { status: 400, body: { title: name, status: 400 } }),
  searchByJson: ({ querystring }) => (querystring?.age === 1 ? { status: 204 } : { status: 400, body: { title: 'No', status: 400 } }),
  watchPets: (_, { deps }) => ({ status: 200, contentType: 'application/jsonl', body: lines(deps) }),
  adoptPet: (_, { principal }) => (principal === undefined ? { status: 202 } : { status: 400, body: { title: principal.name, status: 400 } }),
} satisfies Handlers<Deps, Caller>;
export const app = createRoutes<Deps, Caller>(handlers, {
  deps: { pets: new Map() },
  realm: 'pets',
  problemType: (kind) => (kind === 'not-found' ? { type: 'https://pets.example/none', title: 'None' } : undefined),
  middleware: [async (c, next) => { await next(); c.header('X-Operation', c.get('operation')?.path ?? 'none'); }],
  around: async ({ operationId }, _, { deps, principal }, next) => {
    const caller: Caller | undefined = principal;
    return caller?.name === operationId && deps.pets.size > 0 ? { status: 429 } : next();
  },
  security: { Token: ({ token }) => ({ name: token }), Key: ({ key }) => ({ name: key }), Login: async ({ username }) => ({ name: username }) },
});
`;

const one = (operation: string, text: string): string =>
  `import type { Handlers } from './index.ts';\nexport const handlers: Pick<Handlers<object>, '${operation}'> = { ${operation}: ${text} };\n`;

const snippets: Readonly<Record<string, string>> = {
  'right.ts': right,
  'status.ts': one('getPet', `() => ({ status: 418, body: { title: 'Teapot', status: 418 } })`),
  'operation.ts': `import { handlers } from './right.ts';\nimport type { Handlers } from './index.ts';\nconst { getPet, ...others } = handlers;\nexport const only = [getPet];\nexport const incomplete = others satisfies Handlers<never, never>;\n`,
  'body.ts': one('getPet', `() => ({ status: 200, body: { id: 1, name: 'Milo', kind: 'bird' } })`),
  'header.ts': one('listPets', `() => ({ status: 200, body: [] })`),
  'choice.ts': one('listOwnPets', `() => ({ status: 200, body: 'Milo' })`),
  'input.ts': one('getPet', `({ path }) => ({ status: 404, body: { title: path.colour, status: 404 } })`),
  'schemes.ts': `import type { SecurityHandlers } from './index.ts';\nexport const security: SecurityHandlers<object> = { Token: () => 1, Key: () => 2 };\n`,
};
