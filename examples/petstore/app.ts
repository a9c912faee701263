import type { Hono } from 'hono';
import { createRoutes, type Handlers, HttpProblem, type SecurityHandlers, type ServerEnv } from './generated/index.ts';
import type { Pet } from './generated/types.ts';

/** What the handlers work with: here a list in memory, elsewhere a database. */
interface Deps {
  readonly pets: Pet[];
}

/** Free of transport: typed input in, one of the declared answers out. Anything else does not compile. */
export const handlers = {
  listPets: ({ query }, { deps }) => {
    const wanted = deps.pets.filter(
      ({ tag }) => query.tags === undefined || (tag !== undefined && query.tags.includes(tag)),
    );
    return { status: 200, body: wanted.slice(0, query.limit) };
  },

  createPet: ({ body }, { deps }) => {
    const pet = { id: deps.pets.length + 1, ...body };
    deps.pets.push(pet);
    return { status: 201, body: pet };
  },

  getPet: ({ path }, { deps }) => {
    const pet = deps.pets.find(({ id }) => id === path.petId);
    if (pet === undefined) return { status: 404, body: { title: 'There is no such pet', status: 404 } };
    return { status: 200, body: pet };
  },
} satisfies Handlers<Deps>;

const security = {
  token: ({ token }) => {
    if (token !== 'let-me-in') throw new HttpProblem(401, { title: 'This token is not known' });
    return {};
  },
} satisfies SecurityHandlers<Deps>;

export function createApp(deps: Deps): Hono<ServerEnv> {
  return createRoutes(handlers, { deps, security });
}
