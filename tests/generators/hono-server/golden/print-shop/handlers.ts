import { type Handlers, preferredType, type SecurityHandlers, type Senders } from './expected/index.ts';

interface Deps {
  readonly senders: Senders;
}

interface Customer {
  readonly name: string;
}

const job = { id: 1, state: 'waiting', options: { copies: 1 } } as const;
const problem = { title: 'No such job', status: 404 } as const;

async function* pages() {
  yield { event: 'page', data: { page: 1 } } as const;
  yield { event: 'end', data: { ...job, state: 'done' }, id: '2' } as const;
}

/** What a service writes by hand: each operation in its own words, and nothing of HTTP beyond the status. */
export const handlers = {
  listJobs: ({ query: { limit, state = [] } }, { request }) => {
    const jobs = Array.from({ length: limit }, () => job).filter((one) => state.length === 0 || state.includes(one.state));
    const headers = { 'X-Total': jobs.length };
    const contentType = preferredType(request, ['application/json', 'text/csv', 'application/jsonl']);
    if (contentType === 'text/csv') return { status: 200, contentType, body: 'id,state\n1,waiting\n', headers };
    if (contentType === 'application/jsonl') return { status: 200, contentType, body: jobs, headers };
    return { status: 200, contentType: 'application/json', body: jobs, headers };
  },
  createJob: async (input, context) => {
    const bytes = input.contentType === 'application/pdf' ? new Response(input.body) : input.body.file;
    if ((await bytes.arrayBuffer()).byteLength === 0) return { status: 400, body: { title: 'No file', status: 400 } };
    const output = { status: 201, body: job, headers: { Location: '/jobs/1' } } as const;
    const { status } = await context.deps.senders.onDone({ context, input, output }, { body: job });
    if (status === 410) await context.deps.senders.paperIsOut('https://shop.example/hooks', { body: { printer: 'A4' } });
    return output;
  },
  importJobs: async ({ body }) => {
    let copies = 0;
    for await (const options of body) copies += options.copies ?? 1;
    return { status: 200, body: copies };
  },
  getJob: ({ path }, { principal }) =>
    principal?.name === 'Ann' && path.job === 1 ? { status: 200, body: job } : { status: 404, body: problem },
  cancelJob: () => ({ status: 204 }),
  watchJob: () => ({ status: 200, body: pages() }),
  getPreview: () => ({ status: 200, contentType: 'image/png', body: new Uint8Array([137, 80, 78, 71]) }),
  searchPrinters: ({ body: { sizes = [] } }) => ({ status: 200, body: sizes }),
} satisfies Handlers<Deps, Customer>;

export const security = {
  Token: ({ token }, { scopes }) => (scopes.includes('print') && token === 'ann' ? { name: 'Ann' } : undefined),
  Key: ({ key }) => ({ name: key }),
} satisfies SecurityHandlers<Deps, Customer>;
