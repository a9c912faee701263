import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePetstore, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

describe.each(['text/event-stream', 'application/jsonl'])('%s', (contentType) => {
  it('reaches the client line by line, as the handler makes it, and unread by the server', async () => {
    const { promise: second, resolve: goOn } = Promise.withResolvers<string>();
    async function* lines() {
      yield 'data: 1\n\n';
      yield await second;
    }
    const { app, violations } = petstore.start({ watchPets: () => ({ status: 200, contentType, body: lines() }) });
    const response = await app.request('/pets/events');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, contentType]);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await reader?.read()).toEqual({ done: false, value: 'data: 1\n\n' });
    goOn('no event, no JSON');
    expect(await reader?.read()).toEqual({ done: false, value: 'no event, no JSON' });
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
    expect(violations).toEqual([]);
  });

  it('ends in the handler when the client goes', async () => {
    let ended = false;
    async function* endless() {
      try {
        while (true) yield 'data: 1\n\n';
      } finally {
        ended = true;
      }
    }
    const { app } = petstore.start({ watchPets: () => ({ status: 200, contentType, body: endless() }) });
    const reader = (await app.request('/pets/events')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => ended).toBe(true);
  });

  it('may be a stream of bytes', async () => {
    const body = new Blob(['data: 1\n\n']).stream();
    const { app } = petstore.start({ watchPets: () => ({ status: 200, contentType, body }) });
    expect(await (await app.request('/pets/events')).text()).toBe('data: 1\n\n');
  });
});
