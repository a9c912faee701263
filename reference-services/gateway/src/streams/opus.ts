/** Length of one frame in milliseconds, by the upper five bits of the first byte (RFC 6716, section 3.1, table 2). */
const frameMs = [
  ...[10, 20, 40, 60, 10, 20, 40, 60, 10, 20, 40, 60],
  ...[10, 20, 10, 20],
  ...[2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20],
] as const;

/** No packet holds more (RFC 6716, section 3.2.5). */
const longestMs = 120;

/** How long the audio of one Opus packet is, in seconds, by its first bytes; 0 for an empty one. */
export function opusSeconds(packet: Uint8Array): number {
  const [first, second = 0] = packet;
  if (first === undefined) return 0;
  const length = frameMs[first >> 3] ?? 0;
  return Math.min(longestMs, length * framesIn(first & 3, second)) / 1000;
}

function framesIn(code: number, second: number): number {
  if (code === 0) return 1;
  return code === 3 ? second & 63 : 2;
}
