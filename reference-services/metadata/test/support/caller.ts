import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests say what they expect of a body; the contract tests check its shape.
  // biome-ignore lint/suspicious/noExplicitAny: a JSON body, read member by member in assertions
  readonly body: any;
}

interface Asking {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface App {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

/** Sends requests as one tenant. */
export class Caller {
  readonly #app: App;
  readonly #token: () => string;

  constructor(app: App, token: () => string) {
    this.#app = app;
    this.#token = token;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  /** Creates, under a new `Idempotency-Key` unless one is given. */
  post(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.send('POST', path, { body, headers: { 'Idempotency-Key': key } });
  }

  patch(path: string, etag: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, {
      body,
      headers: { 'If-Match': etag, 'Content-Type': 'application/merge-patch+json' },
    });
  }

  put(path: string, etag: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, { body, headers: { 'If-Match': etag } });
  }

  delete(path: string, etag: string): Promise<Answer> {
    return this.send('DELETE', path, { headers: { 'If-Match': etag } });
  }

  async send(method: string, path: string, { body, headers = {} }: Asking = {}): Promise<Answer> {
    const all = new Headers({ Authorization: `Bearer ${this.#token()}`, ...headers });
    const init: RequestInit = { method, headers: all };
    if (body !== undefined) {
      if (!all.has('Content-Type')) all.set('Content-Type', 'application/json');
      init.body = typeof body === 'string' ? body : JSON.stringify(body);
    }
    const response = await this.#app.request(path, init);
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** All items of a list, page by page. */
  async all(path: string, limit: number): Promise<Answer['body'][]> {
    const items: Answer['body'][] = [];
    let cursor: string | undefined;
    do {
      const join = path.includes('?') ? '&' : '?';
      const { body } = await this.get(`${path}${join}limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      items.push(...body.items);
      cursor = body.page.nextCursor;
    } while (cursor !== undefined);
    return items;
  }
}
