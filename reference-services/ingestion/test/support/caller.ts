import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests say what they expect of a body; the contract tests check its shape.
  // biome-ignore lint/suspicious/noExplicitAny: a JSON body, read member by member in assertions
  readonly body: any;
}

interface App {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

type HeaderPairs = Readonly<Record<string, string>>;

export interface Sent {
  readonly metadata?: object;
  readonly sha256?: string;
  readonly fileName?: string;
  readonly type?: string;
  readonly headers?: HeaderPairs;
}

/** Sends requests as one tenant. */
export class Caller {
  readonly tenant: string;
  readonly #app: App;
  readonly #token: string;

  constructor(app: App, token: string, tenant: string) {
    this.tenant = tenant;
    this.#app = app;
    this.#token = token;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** A file in one request, under a new `Idempotency-Key` unless one is given. */
  upload(file: Buffer, { metadata = { language: 'vi-VN' }, ...sent }: Sent = {}): Promise<Answer> {
    const body = new FormData();
    body.append('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
    if (sent.sha256 !== undefined) body.append('sha256', sent.sha256);
    body.append('file', new Blob([new Uint8Array(file)], { type: sent.type ?? '' }), sent.fileName ?? 'hop.wav');
    return this.send('POST', '/v1/uploads', { 'Idempotency-Key': randomUUID(), ...sent.headers }, body);
  }

  begin(body: object, headers: HeaderPairs = {}): Promise<Answer> {
    const all = { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json', ...headers };
    const members = { metadata: { language: 'vi-VN' }, ...body };
    return this.send('POST', '/v1/resumable-uploads', all, JSON.stringify(members));
  }

  append(location: string, offset: number, bytes: Buffer | ReadableStream, headers: HeaderPairs = {}): Promise<Answer> {
    const all = {
      'Upload-Offset': String(offset),
      'Upload-Complete': '?0',
      'Content-Type': 'application/partial-upload',
      ...headers,
    };
    return this.send('PATCH', location, all, Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes);
  }

  async send(method: string, path: string, headers: HeaderPairs = {}, body?: BodyInit): Promise<Answer> {
    // A form is written out first: Node's own writer fails, in nobody's hands, when its reader stops early.
    const written = body instanceof FormData ? await writtenOut(body) : { body, headers: {} };
    const init = {
      method,
      headers: { Authorization: `Bearer ${this.#token}`, ...written.headers, ...headers },
      ...(written.body !== undefined && { body: written.body, duplex: 'half' }),
    };
    const response = await this.#app.request(path, init);
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
}

async function writtenOut(form: FormData): Promise<{ readonly body: BodyInit; readonly headers: HeaderPairs }> {
  const request = new Response(form);
  return { body: await request.arrayBuffer(), headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' } };
}
