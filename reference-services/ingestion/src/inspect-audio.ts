import { fileTypeFromFile } from 'file-type';
import { parseFile } from 'music-metadata';
import { type Refused, refuse } from '../../common/service/answers.ts';
import type { AudioMediaType } from '../generated/types.ts';
import { mediaTypeNamed, mediaTypes } from './media-types.ts';
import { webmDuration } from './webm-duration.ts';

export interface Audio {
  readonly mediaType: AudioMediaType;
  readonly durationSeconds: number;
  readonly sampleRateHz?: number;
  readonly channels?: number;
}

export type Inspected = { readonly kind: 'audio'; readonly audio: Audio } | RefusedAudio;

export interface RefusedAudio {
  readonly kind: 'refused';
  readonly refusal: Refused<413> | Refused<415> | Refused<422>;
}

export interface InspectOptions {
  readonly maxDurationSeconds: number;
  /** What the sender calls it. It decides nothing, but must not contradict the bytes. */
  readonly declaredType?: string;
}

/** What the bytes are, whatever they are called, and how long they last. */
export async function inspectAudio(path: string, options: InspectOptions): Promise<Inspected> {
  const { maxDurationSeconds, declaredType } = options;
  const mediaType = mediaTypeNamed((await fileTypeFromFile(path))?.mime);
  if (mediaType === undefined) return unsupported(`The bytes are none of ${mediaTypes.join(', ')}.`);
  if (declaredType !== undefined && mediaTypeNamed(declaredType) !== mediaType) {
    return unsupported(`The part says that it is ${declaredType}, but its bytes are ${mediaType}.`);
  }
  const format = await readFormat(path);
  if (format === undefined) return unreadable(`The bytes begin as ${mediaType} does, but cannot be read as that.`);
  if (format.hasVideo === true) return unsupported('The file holds video. Send its audio alone.');
  const { sampleRate, numberOfChannels } = format;
  const duration = format.duration ?? (mediaType === 'audio/webm' ? await webmDuration(path) : undefined);
  if (duration === undefined || !(duration > 0 && Number.isFinite(duration))) {
    return unreadable('The file does not say how long its audio is, or holds none.');
  }
  if (duration > maxDurationSeconds) {
    const detail = `The audio is ${Math.ceil(duration)} seconds long; ${maxDurationSeconds} are accepted.`;
    return { kind: 'refused', refusal: refuse('payload-too-large', detail) };
  }
  const audio = {
    mediaType,
    durationSeconds: Math.round(duration * 1000) / 1000,
    ...within('sampleRateHz', sampleRate, 8_000, 192_000),
    ...within('channels', numberOfChannels, 1, 8),
  };
  return { kind: 'audio', audio };
}

/** `duration` makes it read on to the end where only the end knows. */
async function readFormat(path: string) {
  try {
    return (await parseFile(path, { duration: true, skipCovers: true })).format;
  } catch {
    // Whatever a parser says of hostile bytes, it comes to the same: they are not audio.
    return undefined;
  }
}

/** Left out where a container does not say, or says what no event may carry. */
function within<Name extends string>(name: Name, value: number | undefined, least: number, most: number) {
  const fits = value !== undefined && Number.isInteger(value) && value >= least && value <= most;
  // A computed name widens to string; the name is this one.
  return (fits ? { [name]: value } : {}) as { readonly [Key in Name]?: number };
}

function unsupported(detail: string): RefusedAudio {
  return { kind: 'refused', refusal: refuse('unsupported-media-type', detail) };
}

function unreadable(detail: string): RefusedAudio {
  return { kind: 'refused', refusal: refuse('unprocessable', detail) };
}
