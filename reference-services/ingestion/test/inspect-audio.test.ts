import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type InspectOptions, inspectAudio } from '../src/inspect-audio.ts';
import { flac, mp3, mp4, ogg, wav, webm } from './support/audio.ts';

const folder = mkdtempSync(join(tmpdir(), 'audio-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What comes of it: the audio, or the status and the detail of the refusal. */
async function inspect(bytes: Buffer, options: Partial<InspectOptions> = {}) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const inspected = await inspectAudio(path, { maxDurationSeconds: 60, ...options });
  return inspected.kind === 'audio' ? inspected.audio : [inspected.refusal.status, inspected.refusal.body.detail];
}

it.each([
  ['WAV', wav(2), { mediaType: 'audio/wav', durationSeconds: 2, sampleRateHz: 16_000, channels: 1 }],
  ['FLAC', flac(2), { mediaType: 'audio/flac', durationSeconds: 2, sampleRateHz: 16_000, channels: 1 }],
  ['MP3', mp3(2), { mediaType: 'audio/mpeg', durationSeconds: 2.011, sampleRateHz: 44_100, channels: 2 }],
  ['Ogg', ogg(2), { mediaType: 'audio/ogg', durationSeconds: 2, sampleRateHz: 48_000, channels: 1 }],
  ['WebM', webm(2), { mediaType: 'audio/webm', durationSeconds: 2, sampleRateHz: 48_000, channels: 1 }],
  ['MP4', mp4(2), { mediaType: 'audio/mp4', durationSeconds: 2, sampleRateHz: 48_000, channels: 1 }],
])('%s is told by its bytes, with its length', async (_name, bytes, audio) => {
  expect(await inspect(bytes)).toEqual(audio);
});

it('a name that the bytes contradict is refused, and another name for the same type is not', async () => {
  const detail = 'The part says that it is audio/flac, but its bytes are audio/wav.';
  expect(await inspect(wav(), { declaredType: 'audio/flac' })).toEqual([415, detail]);
  expect(await inspect(wav(), { declaredType: 'audio/x-wav; codecs=1' })).toMatchObject({ mediaType: 'audio/wav' });
  expect(await inspect(webm(), { declaredType: 'audio/webm;codecs=opus' })).toMatchObject({ mediaType: 'audio/webm' });
});

it('bytes that are no audio are refused, whatever they are called', async () => {
  const detail = 'The bytes are none of audio/wav, audio/flac, audio/mpeg, audio/ogg, audio/webm, audio/mp4.';
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  expect(await inspect(Buffer.from('Xin chào'), { declaredType: 'audio/wav' })).toEqual([415, detail]);
  expect(await inspect(png)).toEqual([415, detail]);
  expect(await inspect(webm(1, 'video'))).toEqual([415, 'The file holds video. Send its audio alone.']);
});

it('audio that is too long, empty or broken is refused', async () => {
  expect(await inspect(flac(61))).toEqual([413, 'The audio is 61 seconds long; 60 are accepted.']);
  expect(await inspect(wav(0))).toEqual([422, 'The file does not say how long its audio is, or holds none.']);
  expect(await inspect(wav().subarray(0, 14))).toEqual([
    422,
    'The file does not say how long its audio is, or holds none.',
  ]);
});

it('what a browser records does not say how long it is; its last block does', async () => {
  expect(await inspect(webm('unsaid'))).toMatchObject({ mediaType: 'audio/webm', durationSeconds: 2 });
});

it('that holds for containers without a size too, and for a file that is cut off', async () => {
  const whole = webm('unsaid');
  for (const id of ['18538067', '1f43b675']) {
    for (let at = whole.indexOf(id, 'hex'); at >= 0; at = whole.indexOf(id, at + 8, 'hex')) {
      whole.writeUInt32BE(0x1fffffff, at + 4);
    }
  }
  expect(await inspect(whole)).toMatchObject({ mediaType: 'audio/webm', durationSeconds: 2 });
  expect(await inspect(whole.subarray(0, -30))).toMatchObject({ mediaType: 'audio/webm', durationSeconds: 1 });
});

it('broken WebM ends, whatever its bytes', async () => {
  const whole = webm('unsaid');
  for (let at = 40; at < whole.length; at += 3) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    await inspect(broken);
  }
});
