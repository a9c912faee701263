import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestGateway, token } from './support/gateway.ts';
import { urlOf } from './support/speech.ts';

const isHere = process.env.REDIS_URL !== undefined && spawnSync('redis-server', ['--version']).error === undefined;
if (!isHere) console.log('skipped: set REDIS_URL, with redis-server installed, to stop Redis under load.');

const servers: ChildProcess[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = Number(new URL(urlOf(server)).port);
  server.close();
  return port;
}

function startRedis(port: number): ChildProcess {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  servers.push(server);
  return server;
}

async function openCounting(requests: number) {
  const port = await freePort();
  const redis = startRedis(port);
  const limit = { requests, windowSeconds: 3_600 };
  const config = {
    redisUrl: `redis://127.0.0.1:${port}`,
    rateLimit: { ...limit, requests: 100_000 },
    clientLimit: limit,
  };
  const gateway = await openTestGateway({ config });
  await expect.poll(() => gateway.deps.limits.shared(), { timeout: 10_000 }).toBe(true);
  const headers = { Authorization: `Bearer ${await token()}` };
  const ask = async () => (await gateway.app.request('/v1/me', { headers })).status;
  return { gateway, redis, port, ask, look };

  async function look() {
    const metrics = await (await gateway.app.request('/metrics')).text();
    const { checks } = await (await gateway.app.request('/ready')).json();
    const redis = checks.find((check: { name: string }) => check.name === 'redis').status;
    return { redis, shared: /^rate_limits_shared (\d)$/m.exec(metrics)?.[1] };
  }
}

/** Twenty at a time until it is told to stop. */
function underLoad(ask: () => Promise<number>) {
  const statuses: number[] = [];
  let slowest = 0;
  let running = true;
  const workers = Array.from({ length: 20 }, async () => {
    while (running) {
      const started = performance.now();
      statuses.push(await ask());
      slowest = Math.max(slowest, performance.now() - started);
      await wait(2);
    }
  });
  const more = (count: number) => expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(count);
  const stop = async () => {
    running = false;
    await Promise.all(workers);
    return { statuses, slowest };
  };
  return { statuses, more, stop };
}

describe.skipIf(!isHere)('Redis under load', () => {
  it('is killed: no request fails, readiness and a metric show it, and Redis is used again once it is back', async () => {
    const { gateway, redis, port, ask, look } = await openCounting(100_000);
    const load = underLoad(ask);
    await load.more(300);
    expect(await look()).toEqual({ redis: 'ok', shared: '1' });
    redis.kill('SIGKILL');
    await load.more(load.statuses.length + 500);
    expect(await look()).toEqual({ redis: 'degraded', shared: '0' });
    startRedis(port);
    await expect.poll(look, { timeout: 10_000 }).toEqual({ redis: 'ok', shared: '1' });
    await load.more(load.statuses.length + 100);
    const { statuses } = await load.stop();
    expect(statuses.length).toBeGreaterThan(900);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await gateway.close();
  });

  it('hangs: no request waits for it again and again', async () => {
    const { gateway, redis, ask, look } = await openCounting(100_000);
    const load = underLoad(ask);
    await load.more(100);
    redis.kill('SIGSTOP');
    await load.more(load.statuses.length + 500);
    expect((await look()).redis).toBe('degraded');
    redis.kill('SIGCONT');
    await expect.poll(look, { timeout: 10_000 }).toEqual({ redis: 'ok', shared: '1' });
    const { statuses } = await load.stop();
    expect(new Set(statuses)).toEqual(new Set([200]));
    await gateway.close();
  });

  it('is lost: what a client has used of its limit stays used', async () => {
    const { gateway, redis, ask } = await openCounting(50);
    for (let i = 0; i < 40; i++) expect(await ask()).toBe(200);
    redis.kill('SIGKILL');
    await expect.poll(() => gateway.deps.limits.shared()).toBe(false);
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push(await ask());
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    await gateway.close();
  });
});
