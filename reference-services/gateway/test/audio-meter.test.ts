import { describe, expect, it } from 'vitest';
import { AudioMeter } from '../src/streams/audio-meter.ts';
import { opusSeconds } from '../src/streams/opus.ts';

function metering(start: string) {
  const reported: number[] = [];
  const meter = new AudioMeter((seconds) => reported.push(seconds));
  meter.hear(Buffer.from(start), false);
  const frames = (...sizes: number[]) => {
    for (const size of sizes) meter.hear(Buffer.alloc(size), true);
    meter.flush();
    return reported;
  };
  return { meter, frames };
}

describe('the audio of a stream', () => {
  it('is measured by the encoding that was announced, and reported every ten seconds', () => {
    const { frames } = metering('{"type":"session.start","encoding":"pcm_s16le","sampleRateHz":8000,"channels":2}');
    expect(frames(160_000, 160_000, 32_000)).toEqual([10, 1]);
  });

  it.each(['{', 'null', '[]', '{"encoding":"mp3"}', '{"encoding":"pcm_s16le","sampleRateHz":0,"channels":1}'])(
    'is nothing after %s, which the service refuses',
    (start) => {
      expect(metering(start).frames(100)).toEqual([]);
    },
  );

  it('cannot be announced twice', () => {
    const { meter, frames } = metering('{"encoding":"pcm_s16le","sampleRateHz":8000,"channels":1}');
    meter.hear(Buffer.from('{"encoding":"pcm_s16le","sampleRateHz":48000,"channels":2}'), false);
    expect(frames(16_000)).toEqual([1]);
  });

  // The first byte: configuration, stereo, code; see RFC 6716, section 3.1.
  it.each([
    ['SILK, 10 ms, one frame', [0b00000_0_00], 0.01],
    ['SILK wide band, 60 ms, two frames', [0b01011_0_01], 0.12],
    ['hybrid, 20 ms, one frame', [0b01101_1_00], 0.02],
    ['CELT, 2.5 ms, one frame', [0b10000_0_00], 0.0025],
    ['CELT, 20 ms, three frames', [0b11111_0_11, 0b1000_0011], 0.06],
    ['more than a packet can hold', [0b00011_0_11, 0b0011_1111], 0.12],
    ['nothing', [], 0],
  ])('in Opus: %s', (_, bytes, seconds) => {
    expect(opusSeconds(Uint8Array.from(bytes))).toBe(seconds);
  });
});
