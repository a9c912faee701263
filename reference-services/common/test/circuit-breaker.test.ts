import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBreaker, UpstreamUnavailableError } from '../resilience/circuit-breaker.ts';

const request = new Request('http://search.test/v1/search');
const options = { volumeThreshold: 4, errorThresholdPercentage: 50, windowMs: 1_000, resetMs: 50 };

function upstream() {
  let status = 200;
  let asked = 0;
  return {
    answerWith: (next: number) => {
      status = next;
    },
    asked: () => asked,
    next: async () => {
      asked += 1;
      return new Response(null, { status });
    },
  };
}

describe('a circuit breaker', () => {
  it('passes answers on, errors of the upstream among them, while it is closed', async () => {
    const { next, answerWith } = upstream();
    const breaker = createBreaker('search', options);
    expect((await breaker.guard(request, next)).status).toBe(200);
    answerWith(503);
    expect((await breaker.guard(request, next)).status).toBe(503);
    expect(breaker.state()).toBe('closed');
    breaker.stop();
  });

  it('opens when half of the calls failed, and asks nobody until it has rested', async () => {
    const { next, answerWith, asked } = upstream();
    const breaker = createBreaker('search', options);
    answerWith(500);
    for (let i = 0; i < 4; i++) await breaker.guard(request, next);
    expect(breaker.state()).toBe('open');
    await expect(breaker.guard(request, next)).rejects.toEqual(new UpstreamUnavailableError('search', 1));
    expect(asked()).toBe(4);
    answerWith(200);
    await wait(80);
    expect((await breaker.guard(request, next)).status).toBe(200);
    expect({ state: breaker.state(), asked: asked() }).toEqual({ state: 'closed', asked: 5 });
    breaker.stop();
  });

  it("does not count a client's mistakes", async () => {
    const { next, answerWith } = upstream();
    const breaker = createBreaker('search', options);
    answerWith(422);
    for (let i = 0; i < 20; i++) await breaker.guard(request, next);
    expect(breaker.state()).toBe('closed');
    breaker.stop();
  });

  it('counts connections that fail, and throws their error as it is', async () => {
    const breaker = createBreaker('search', options);
    const refused = new TypeError('fetch failed');
    for (let i = 0; i < 4; i++)
      await expect(breaker.guard(request, () => Promise.reject(refused))).rejects.toBe(refused);
    expect(breaker.state()).toBe('open');
    breaker.stop();
  });
});
