import { createHash, randomUUID } from 'node:crypto';
import type { Bench, RunningService } from './services.ts';

/** A recording that no other request makes. */
export function recordingBody(): Record<string, unknown> {
  return {
    ...{ title: 'Họp kế hoạch quý ba', mediaType: 'audio/wav', language: 'vi-VN', sizeBytes: 57_600_044 },
    ...{ durationSeconds: 1800, sampleRateHz: 16_000, channels: 1, labels: ['họp', 'quý-ba'] },
    ...{ sha256: createHash('sha256').update(randomUUID()).digest('hex'), recordedAt: '2026-11-20T08:30:00+07:00' },
  };
}

/** Makes recordings by the API, twenty at a time, and answers their ids. */
export async function makeRecordings(bench: Bench, metadata: RunningService, count: number): Promise<string[]> {
  const authorization = `Bearer ${await bench.token()}`;
  const ids: string[] = [];
  const one = async () => {
    const response = await fetch(`${metadata.url}/v1/recordings`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(recordingBody()),
    });
    if (response.status !== 201) throw new Error(`metadata answered ${response.status}: ${await response.text()}`);
    const { id } = (await response.json()) as { id: string }; // as its contract says
    ids.push(id);
  };
  while (ids.length < count) await Promise.all(Array.from({ length: Math.min(20, count - ids.length) }, one));
  return ids;
}
