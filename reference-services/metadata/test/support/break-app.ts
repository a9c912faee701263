/** Ways in which a service can drift from its contract without noticing. */
export const breakages = [
  'wrong-status',
  'missing-field',
  'unknown-enum-value',
  'wrong-type',
  'missing-header',
  'wrong-media-type',
] as const;

export type Breakage = (typeof breakages)[number];

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** The same service with one fault in its answers, to see whether the contract tests notice. */
export function breakApp(app: App, kind: Breakage): { fetch(request: Request): Promise<Response> } {
  return {
    async fetch(request) {
      const response = await app.fetch(request);
      return corrupt[kind](response);
    },
  };
}

const corrupt: Readonly<Record<Breakage, (response: Response) => Response | Promise<Response>>> = {
  'wrong-status': (response) => (response.status === 201 ? rebuild(response, { status: 200 }) : response),
  'missing-field': (response) =>
    withBody(
      response,
      (name) => name === 'createdAt',
      () => undefined,
    ),
  'unknown-enum-value': (response) =>
    withBody(
      response,
      (name) => name === 'status',
      () => 'archived',
    ),
  'wrong-type': (response) => withBody(response, (name) => name === 'sizeBytes', String),
  'missing-header': (response) => withHeaders(response, (headers) => headers.delete('ETag')),
  'wrong-media-type': (response) =>
    withHeaders(response, (headers) => {
      if (response.status >= 400) headers.set('Content-Type', 'application/json');
    }),
};

/** Changes every member of that name, at any depth, in bodies of success. */
async function withBody(
  response: Response,
  isMeant: (name: string) => boolean,
  change: (value: unknown) => unknown,
): Promise<Response> {
  if (!response.ok || response.headers.get('Content-Type') !== 'application/json') return response;
  const text = JSON.stringify(await response.json(), (name, value) => (isMeant(name) ? change(value) : value));
  return rebuild(response, { body: text });
}

function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
}

function rebuild(response: Response, { status = response.status, body }: { status?: number; body?: string }): Response {
  const headers = new Headers(response.headers);
  headers.delete('Content-Length');
  return new Response(body ?? response.body, { status, headers });
}
