import { randomBytes, randomUUID } from 'node:crypto';
import { Latencies } from './latencies.ts';
import { less, type Row } from './row.ts';
import type { Bench } from './services.ts';
import { memoryOf } from './usage.ts';

/** Files of two sizes are uploaded through the gateway, one after the other; no two have the same bytes. */
export async function measureIngestion(bench: Bench): Promise<Row[]> {
  const ingestion = await bench.start('ingestion');
  const env = { INGESTION_URL: ingestion.url, GATEWAY_CLIENT_RATE_LIMIT: '10000000' };
  const gateway = await bench.start('gateway', env);
  const authorization = `Bearer ${await bench.token()}`;
  const uploads = Math.max(10, Math.round(bench.options.seconds / 2));
  const rows: Row[] = [];
  let failed = 0;
  for (const mebibytes of [1, 10]) {
    const latencies = new Latencies();
    await upload(mebibytes);
    for (let count = 0; count < uploads; count += 1) latencies.add(await upload(mebibytes));
    const load = `${uploads} WAV files of ${mebibytes} MiB, one after the other, through the gateway`;
    const about = { service: 'ingestion', unit: 'ms', load };
    rows.push({ ...about, measure: `upload of ${mebibytes} MiB, p50`, reached: latencies.percentile(50) });
    const slow = { measure: `upload of ${mebibytes} MiB, p95`, reached: latencies.percentile(95) };
    rows.push({ ...about, ...slow, target: less(2_000) });
  }
  const about = { service: 'ingestion', load: `${2 * uploads + 2} uploads` };
  return [
    ...rows,
    { ...about, measure: 'uploads that failed', reached: failed, unit: '' },
    { ...about, measure: 'memory of ingestion', reached: memoryOf(ingestion.pid).most, unit: 'MiB' },
    { ...about, measure: 'memory of the gateway', reached: memoryOf(gateway.pid).most, unit: 'MiB' },
  ];

  async function upload(mebibytes: number): Promise<number> {
    const form = new FormData();
    form.set('metadata', new Blob([JSON.stringify({ language: 'vi-VN', title: 'Họp' })], { type: 'application/json' }));
    form.set('file', new Blob([wav(mebibytes * 1024 * 1024)], { type: 'audio/wav' }), 'hop.wav');
    const headers = { authorization, 'idempotency-key': randomUUID() };
    const started = performance.now();
    const response = await fetch(`${gateway.url}/v1/uploads`, { method: 'POST', body: form, headers });
    await response.arrayBuffer();
    if (response.status !== 201) failed += 1;
    return performance.now() - started;
  }
}

/** 16 kHz, mono, 16 bits, of noise. */
function wav(bytes: number): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(new ArrayBuffer(bytes));
  randomBytes(bytes).copy(file);
  file.write('RIFF', 0);
  file.writeUInt32LE(bytes - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(16_000, 24);
  file.writeUInt32LE(32_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes - 44, 40);
  return file;
}
