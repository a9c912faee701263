import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { developmentKeyFile } from '../../common/service/config.ts';
import { startMetadata } from '../src/start.ts';
import { openTestDatabase } from './support/embedded.ts';
import { runMain } from './support/process.ts';
import { recordingBody } from './support/records.ts';
import { newKey, newTenant } from './support/service.ts';

// A database is made from nothing and opened again, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

it('the process answers, keeps its data in the folder, and ends with code 0 on SIGTERM', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  const environment = { PORT: '0', METADATA_DATA_DIR: join(folder, 'data') };
  const first = runMain(environment);
  const url = await first.address();
  const issuer = await openDevelopmentIssuer(developmentKeyFile);
  const token = await issuer.issue({ tenant: newTenant(), scopes: ['recordings:read', 'recordings:write'] });
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey(), 'Content-Type': 'application/json' };
  const body = JSON.stringify(recordingBody());
  const created = await fetch(`${url}/v1/recordings`, { method: 'POST', headers, body });
  const recording = await created.json();
  first.child.kill('SIGTERM');
  expect(await first.ended).toEqual({ code: 0, signal: null, errors: '' });

  const second = runMain(environment);
  const again = await second.address();
  const read = await fetch(`${again}${created.headers.get('Location')}`, { headers });
  expect([read.status, await read.json()]).toEqual([200, recording]);
  second.child.kill('SIGINT');
  expect(await second.ended).toEqual({ code: 0, signal: null, errors: '' });
  rmSync(folder, { recursive: true });
});

it('a request in flight is answered before the service stops, and a new one finds nobody', async () => {
  const service = await startMetadata(
    { host: '127.0.0.1', port: 0, tokens: { kind: 'development', keyFile: undefined }, logLevel: 'silent' },
    { database: await openTestDatabase() },
  );
  const token = await service.issuer?.issue({ tenant: newTenant(), scopes: ['recordings:write'] });
  const { promise: sending, resolve: send } = Promise.withResolvers<void>();
  const text = JSON.stringify(recordingBody());
  const slowBody = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, 20)));
      await sending;
      controller.enqueue(new TextEncoder().encode(text.slice(20)));
      controller.close();
    },
  });
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey(), 'Content-Type': 'application/json' };
  const init = { method: 'POST', headers, body: slowBody, duplex: 'half' } as const;
  const inFlight = fetch(`${service.url}/v1/recordings`, init);
  await expect.poll(async () => metric(service, 'http_requests_in_flight'), { timeout: 20_000 }).toBe(1);

  const stopped = service.stop();
  await expect(fetch(`${service.url}/health`)).rejects.toThrow();
  expect((await service.app.request('/ready')).status).toBe(503);
  send();
  expect((await inFlight).status).toBe(201);
  await stopped;
});

async function metric(service: Awaited<ReturnType<typeof startMetadata>>, name: string): Promise<number | undefined> {
  const found = await service.deps.metrics.registry.getSingleMetric(name)?.get();
  return found?.values[0]?.value;
}
