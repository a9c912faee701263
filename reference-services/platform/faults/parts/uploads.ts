import { setTimeout as pause } from 'node:timers/promises';
import { wave } from '../../harness/wave.ts';
import { idOf } from './made-up.ts';
import type { Stage } from './stage.ts';

/** How many clients upload at once. */
const clients = 4;
const patienceMs = 150_000;

export interface Pace {
  /** How long a client waits before its next file. */
  readonly pauseMs?: number;
}

export interface Load {
  /** By the number of the file; grows while they upload. */
  readonly recordings: ReadonlyMap<number, string>;
  /** Requests that were answered otherwise or not at all, and sent again. */
  readonly repeated: () => number;
  /** Resolves when every file is uploaded. */
  readonly done: Promise<void>;
}

/** Uploads so many different files to ingestion, each until it is answered for, as patient clients do. */
export function startUploads(stage: Stage, count: number, { pauseMs = 0 }: Pace = {}): Load {
  const recordings = new Map<number, string>();
  let next = 0;
  let repeated = 0;
  const client = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      recordings.set(number, await upload(stage, number, { onRepeat: () => (repeated += 1) }));
      if (pauseMs > 0) await pause(pauseMs);
    }
  };
  const done = Promise.all(Array.from({ length: clients }, client)).then(() => undefined);
  // Whoever waits for it hears of a failure; until then it is nobody's.
  done.catch(() => undefined);
  return { recordings, repeated: () => repeated, done };
}

export interface UploadOptions {
  /** Another one is another request; a repetition has the same. */
  readonly key?: string;
  readonly onRepeat?: () => void;
}

/** The id of the recording that the file is. */
export async function upload(stage: Stage, number: number, options: UploadOptions = {}): Promise<string> {
  const { key = idOf('key', String(number)), onRepeat } = options;
  const started = performance.now();
  for (;;) {
    const answer = await post(stage, number, key).catch(() => undefined);
    if (answer?.status === 201 || answer?.status === 200) return answer.recordingId;
    if (answer !== undefined && answer.status < 500 && answer.status !== 409) {
      throw new Error(`An upload was answered with ${answer.status}.`);
    }
    if (performance.now() - started > patienceMs) throw new Error(`File ${number} could not be uploaded.`);
    onRepeat?.();
    await pause(100);
  }
}

async function post({ service, token }: Stage, number: number, key: string) {
  const form = new FormData();
  form.set('metadata', new Blob([JSON.stringify({ language: 'vi-VN' })], { type: 'application/json' }));
  form.set('file', new Blob([new Uint8Array(wave(number))], { type: 'audio/wav' }), `${number}.wav`);
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': key };
  const response = await fetch(`${service('ingestion').url}/v1/uploads`, { method: 'POST', body: form, headers });
  const body = (await response.json()) as { recordingId: string }; // ingestion holds its own answers to the contract
  return { status: response.status, recordingId: body.recordingId };
}
