import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openTestGateway, token } from './support/gateway.ts';

const mebibyte = 1024 * 1024;

function created(): Response {
  return Response.json(
    {
      id: 'upl_01M7VBSGG028CP2WPC3XHXWCNG',
      tenantId: 'ten_01KE61HRW0SBPJSA9J9W613CTT',
      status: 'stored',
      receivedBytes: 1,
      metadata: { language: 'vi-VN' },
      createdAt: '2026-11-20T02:15:28Z',
      updatedAt: '2026-11-20T02:15:30Z',
    },
    {
      status: 201,
      headers: {
        ETag: '"v1"',
        Location: '/v1/uploads/upl_01M7VBSGG028CP2WPC3XHXWCNG',
        'Idempotency-Replayed': 'false',
        'X-Request-Id': 'req-upload',
      },
    },
  );
}

async function uploading(ingestion: (request: Request) => Promise<Response>, bodyTimeoutMs = 10_000) {
  const gateway = await openTestGateway({ upstreams: { ingestion }, config: { bodyTimeoutMs } });
  const bearer = await token();
  const send = (body: ReadableStream<Uint8Array>) =>
    gateway.app.request('/v1/uploads', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${bearer}`,
        'Idempotency-Key': randomUUID(),
        'Content-Type': 'multipart/form-data; boundary=xyz',
      },
      body,
      duplex: 'half',
    } as RequestInit); // Node wants `duplex` for a stream
  return { gateway, send };
}

it('a form goes through as it arrives, with its boundary, byte for byte', async () => {
  const arrived: string[] = [];
  let seen = () => {};
  const { gateway, send } = await uploading(async (request) => {
    expect(request.headers.get('Content-Type')).toBe('multipart/form-data; boundary=xyz');
    if (request.body === null) throw new Error('no body');
    for await (const chunk of request.body) {
      arrived.push(new TextDecoder().decode(chunk));
      seen();
    }
    return created();
  });
  const parts = ['--xyz\r\nfirst', 'second', '\r\n--xyz--'];
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = parts.shift();
        if (part === undefined) return controller.close();
        controller.enqueue(new TextEncoder().encode(part));
        // The next part is made only when ingestion has this one.
        await new Promise<void>((resolve) => {
          seen = resolve;
        });
      },
    },
    { highWaterMark: 0 },
  );
  const answer = await send(body);
  expect([answer.status, answer.headers.get('ETag'), arrived]).toEqual([
    201,
    '"v1"',
    ['--xyz\r\nfirst', 'second', '\r\n--xyz--'],
  ]);
  await gateway.close();
});

it('reads no more than ingestion takes, and ends with its answer', async () => {
  let made = 0;
  const { gateway, send } = await uploading(async () =>
    Response.json(
      {
        type: 'https://ai2text.example/problems/unsupported-media-type',
        title: 'Unsupported media type',
        status: 415,
        requestId: 'req-upload',
      },
      { status: 415, headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'req-upload' } },
    ),
  );
  const answer = await send(
    new ReadableStream(
      {
        pull(controller) {
          made += 1;
          controller.enqueue(new Uint8Array(mebibyte));
        },
      },
      { highWaterMark: 0 },
    ),
  );
  expect(answer.status).toBe(415);
  expect(made).toBeLessThanOrEqual(4);
  await gateway.close();
});

it('a body that stalls is a 408, and no trouble of the upstream', async () => {
  const { gateway, send } = await uploading(async (request) => {
    await request.arrayBuffer();
    return created();
  }, 30);
  const answer = await send(new ReadableStream({ pull: () => new Promise(() => {}) }));
  expect([answer.status, await answer.json()]).toEqual([
    408,
    expect.objectContaining({ type: 'https://ai2text.example/problems/request-timeout', status: 408 }),
  ]);
  for (let i = 0; i < 12; i++)
    await send(new ReadableStream({ start: (controller) => controller.error(new Error('gone')) }));
  expect(gateway.deps.upstreams.ingestion.breaker.state()).toBe('closed');
  await gateway.close();
});

it('more than an upload may have is a 413 while it streams', async () => {
  const { gateway, send } = await uploading(async (request) => {
    if (request.body !== null) for await (const _ of request.body);
    return created();
  });
  const chunk = new Uint8Array(16 * mebibyte);
  const answer = await send(
    new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }, { highWaterMark: 0 }),
  );
  expect([answer.status, (await answer.json()).type]).toEqual([
    413,
    'https://ai2text.example/problems/payload-too-large',
  ]);
  await gateway.close();
});
