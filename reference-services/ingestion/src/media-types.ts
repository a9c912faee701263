import type { AudioMediaType } from '../generated/types.ts';

/** Every type that is accepted, how its files end, and what else it is called. */
const known = {
  'audio/wav': { ending: '.wav', others: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'] },
  'audio/flac': { ending: '.flac', others: ['audio/x-flac'] },
  'audio/mpeg': { ending: '.mp3', others: ['audio/mp3', 'audio/x-mpeg'] },
  'audio/ogg': { ending: '.ogg', others: ['audio/opus', 'application/ogg', 'audio/x-vorbis+ogg'] },
  // The containers are the same with and without pictures; whether there are any is looked up later.
  'audio/webm': { ending: '.webm', others: ['video/webm'] },
  'audio/mp4': { ending: '.m4a', others: ['audio/x-m4a', 'audio/m4a', 'video/mp4'] },
} as const satisfies Record<AudioMediaType, { readonly ending: string; readonly others: readonly string[] }>;

// Object.keys forgets the names that the object was written with.
export const mediaTypes = Object.keys(known) as readonly AudioMediaType[];

/** The accepted type that a media type means; parameters such as `codecs` do not count. */
export function mediaTypeNamed(name: string | undefined): AudioMediaType | undefined {
  const essence = name?.split(';', 1)[0]?.trim().toLowerCase();
  return mediaTypes.find((type) => {
    const others: readonly string[] = known[type].others;
    return type === essence || (essence !== undefined && others.includes(essence));
  });
}

export function endingOf(type: AudioMediaType): string {
  return known[type].ending;
}
