import { opusSeconds } from './opus.ts';

/** Counted this often while a stream goes on, in seconds of audio. */
const reportEvery = 10;

/** How much audio a client sends, by the encoding that it announces in `session.start`; nothing of it is decoded. */
export class AudioMeter {
  readonly #report: (seconds: number) => void;
  #secondsOf: ((frame: Buffer) => number) | undefined;
  #announced = false;
  #unreported = 0;

  constructor(report: (seconds: number) => void) {
    this.#report = report;
  }

  readonly hear = (message: Buffer, isBinary: boolean): void => {
    if (isBinary) {
      this.#unreported += this.#secondsOf?.(message) ?? 0;
      if (this.#unreported >= reportEvery) this.flush();
    } else if (!this.#announced) {
      // The service takes it as the first message only.
      this.#announced = true;
      this.#secondsOf = lengthIn(message);
    }
  };

  flush(): void {
    if (this.#unreported === 0) return;
    this.#report(this.#unreported);
    this.#unreported = 0;
  }
}

/** Undefined for a message that announces nothing: the service will refuse the audio. */
function lengthIn(start: Buffer): ((frame: Buffer) => number) | undefined {
  const { encoding, sampleRateHz, channels } = readObject(start);
  if (encoding === 'opus') return opusSeconds;
  if (encoding !== 'pcm_s16le' || !(isCount(sampleRateHz) && isCount(channels))) return undefined;
  const bytesPerSecond = 2 * sampleRateHz * channels;
  return (frame) => frame.byteLength / bytesPerSecond;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function readObject(text: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text.toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
