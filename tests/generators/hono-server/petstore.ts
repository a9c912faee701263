import { honoServer } from '../../../generators/hono-server/target.ts';
import { generateInto, moduleUrl, readFixture, type Written } from './generate.ts';

/** A response whose body is looked at as a problem, which is what most tests do with it. */
export interface Reply extends Omit<Response, 'json'> {
  json(): Promise<Readonly<Record<'type' | 'title' | 'status' | 'detail' | 'requestId' | 'errors', unknown>>>;
}

export type Body = NonNullable<RequestInit['body']>;

export interface App {
  request(path: string, init?: RequestInit): Promise<Reply>;
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export type Handler = (input: Input, context: { readonly principal: unknown; readonly requestId: string }) => unknown;

/** Whatever a handler may be given; the tests look at it as data. */
export interface Input {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly contentType?: string;
}

interface Generated {
  createRoutes(handlers: object, options: object): App;
  readonly HttpProblem: new (status: number, options?: object) => Error;
}

export interface Petstore {
  readonly written: Written;
  readonly generated: Generated;
  /** The app with some handlers replaced; what it was asked with and what it logged. */
  start(handlers?: Readonly<Record<string, Handler>>, options?: object): Started;
}

export interface Started {
  readonly app: App;
  readonly violations: unknown[];
  readonly errors: unknown[];
  /** The input of the last call of any handler. */
  last(): Input | undefined;
}

/** Generates the server of the pet shop and imports it. */
export async function generatePetstore(): Promise<Petstore> {
  const written = generateInto(honoServer, readFixture('tests/generators/hono-server/fixtures/petstore.yaml'));
  const generated: Generated = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
  return { written, generated, start: (handlers, options) => start(generated, handlers, options) };
}

function start(generated: Generated, replaced: Readonly<Record<string, Handler>> = {}, options: object = {}): Started {
  const violations: unknown[] = [];
  const errors: unknown[] = [];
  let last: Input | undefined;
  const handlers = Object.fromEntries(
    Object.entries({ ...defaults, ...replaced }).map(([name, handler]): [string, Handler] => [
      name,
      (input, context) => {
        last = input;
        return handler(input, context);
      },
    ]),
  );
  const app = generated.createRoutes(handlers, {
    deps: {},
    security,
    onResponseViolation: (violation: unknown) => violations.push(violation),
    onError: (error: unknown) => errors.push(error),
    ...options,
  });
  return { app, violations, errors, last: () => last };
}

const pet = { id: 1, name: 'Milo', kind: 'cat' };

const defaults: Readonly<Record<string, Handler>> = {
  listPets: () => ({ status: 200, body: [pet], headers: { 'X-Total': 1 } }),
  createPet: () => ({ status: 201, body: pet, headers: { Location: '/pets/1' } }),
  getPet: () => ({ status: 200, body: pet }),
  deletePet: () => ({ status: 204 }),
  listOwnPets: () => ({ status: 200, contentType: 'application/json', body: ['Milo'] }),
  putPhoto: () => ({ status: 200, body: { bytes: 0 } }),
  getPhoto: () => ({ status: 200, body: new Uint8Array([1, 2, 3]) }),
  putNote: ({ path, body }) => ({ status: 200, body: `${path.first} ${path.second} ${body}` }),
  readStyles: ({ path }) => ({ status: 200, body: path }),
  adoptPet: () => ({ status: 202 }),
  searchPets: () => ({ status: 204 }),
  searchByJson: () => ({ status: 204 }),
  watchPets: () => ({ status: 200, contentType: 'text/event-stream', body: 'data: Milo\n\n' }),
};

const security = {
  Token: ({ token }: { token: string }) => (token === 'good' ? { name: 'Ann' } : undefined),
  Key: ({ key }: { key: string }) => (key === 'key' ? { name: 'Key' } : undefined),
  Login: ({ username, password }: { username: string; password: string }) =>
    password === 'secret' ? { name: username } : undefined,
};

/** The credentials that most operations want. */
export const authorised = { authorization: 'Bearer good' };
