import type { MiddlewareHandler } from 'hono';
import { problem } from '../../../common/problem.ts';
import { HttpProblem, type ServerEnv } from '../../generated/index.ts';
import { Refusal } from '../../generated/runtime/problem.ts';

/** An upload that brings less than this in the time for a body is held open, not sent. */
const leastProgress = 1_024;

/**
 * Ends requests whose body does not arrive, with 408. An upload has the time again and again as long as it makes progress;
 * any other body has it once.
 */
export function slowBodies(timeoutMs: number): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    // Even to look for a body makes a whole request of what is a sketch until then.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const { body } = c.req.raw;
    if (body === null) return next();
    const isUpload = !/json/i.test(c.req.header('content-type') ?? '');
    const timed = timedStream(body, timeoutMs, isUpload);
    c.req.raw = new Request(c.req.raw, { body: timed.stream, duplex: 'half' } as RequestInit); // Node wants `duplex`
    try {
      await next();
    } finally {
      timed.stop();
    }
  };
}

function timedStream(body: ReadableStream<Uint8Array>, timeoutMs: number, isUpload: boolean) {
  const reader = body.getReader();
  let received = 0;
  const timer = setInterval(look, timeoutMs);
  let fail: (reason: unknown) => void = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        fail = (reason) => controller.error(reason);
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          stop();
          controller.close();
        } else {
          received += value.byteLength;
          controller.enqueue(value);
        }
      },
      cancel(reason) {
        stop();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, stop };

  function stop(): void {
    clearInterval(timer);
  }

  function look(): void {
    if (isUpload && received >= leastProgress) {
      received = 0;
      return;
    }
    stop();
    fail(tooSlow(timeoutMs));
    reader.cancel().catch(() => undefined);
  }
}

function tooSlow(timeoutMs: number): Refusal {
  const detail = `The body did not arrive within ${timeoutMs / 1000} seconds. Send it again over a better connection.`;
  const { title, type } = problem('request-timeout', detail);
  return Refusal.from(new HttpProblem(408, { title, type, detail, headers: { Connection: 'close' } }));
}
