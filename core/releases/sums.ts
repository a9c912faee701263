import { createHash } from 'node:crypto';

/** Stands beside the frozen releases; `sha256sum -c SHA256SUMS` checks it too. */
export const sumsName = 'SHA256SUMS';

/** The digests of a `SHA256SUMS` file by file name. Lines of another form promise nothing and are left out. */
export function readSums(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gim);
  return new Map([...lines].map(([, digest = '', name = '']) => [name, digest.toLowerCase()]));
}

/** The file with a line for one more release, in the order of the names. */
export function withSum(sums: string | undefined, name: string, text: string): string {
  const known = new Map(readSums(sums ?? '')).set(name, digestOf(text));
  const lines = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, digest]) => `${digest}  ${file}\n`);
  return lines.join('');
}

/** SHA-256 (FIPS 180-4) in hexadecimal, of the text as git keeps it: with line feeds alone. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
