import { createHash, randomUUID } from 'node:crypto';
import type { Answer, Caller } from './caller.ts';

/** Requests that the contract accepts, with members to change. */
export function recordingBody(members: Readonly<Record<string, unknown>> = {}) {
  return {
    title: 'Họp kế hoạch quý ba',
    mediaType: 'audio/wav',
    language: 'vi-VN',
    sizeBytes: 57_600_044,
    durationSeconds: 1800,
    sampleRateHz: 16_000,
    channels: 1,
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    labels: ['họp', 'quý-ba'],
    recordedAt: '2026-11-20T08:30:00+07:00',
    ...members,
  };
}

export function segmentBody(members: Readonly<Record<string, unknown>> = {}) {
  return { text: 'Xin cảm ơn.', startSeconds: 1, endSeconds: 2.5, confidence: 0.96, ...members };
}

export const words = [
  { text: 'xin', startSeconds: 1, endSeconds: 1.4, confidence: 0.97 },
  { text: 'cảm', startSeconds: 1.4, endSeconds: 1.9, confidence: 0.96 },
  { text: 'ơn', startSeconds: 1.9, endSeconds: 2.5, confidence: 0.95 },
];

export function createRecording(caller: Caller, members: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return expectCreated(caller.post('/v1/recordings', recordingBody(members)));
}

export async function createTranscript(caller: Caller, segments: readonly unknown[] = []): Promise<Answer> {
  const recording = await createRecording(caller);
  const path = `/v1/recordings/${recording.body.id}/transcripts`;
  return expectCreated(caller.post(path, { language: 'vi-VN', modelVersion: '1.4.0', confidence: 0.91, segments }));
}

export async function createSegment(caller: Caller, members: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const transcript = await createTranscript(caller, [segmentBody(members)]);
  const { body } = await caller.get(`/v1/transcripts/${transcript.body.id}/segments`);
  return caller.get(`/v1/segments/${body.items[0].id}`);
}

export function createSpeaker(caller: Caller, displayName: string, notes?: string): Promise<Answer> {
  return expectCreated(caller.post('/v1/speakers', { displayName, ...(notes !== undefined && { notes }) }));
}

export function etagOf(answer: Answer): string {
  return answer.headers.get('ETag') ?? 'no entity tag';
}

async function expectCreated(pending: Promise<Answer>): Promise<Answer> {
  const answer = await pending;
  if (answer.status !== 201) throw new Error(`Expected 201, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
