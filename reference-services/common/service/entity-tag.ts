/** The strong entity tag of a version: a new one after every change, and never the same one again. */
export function entityTag(version: number): string {
  return `"v${version}"`;
}

/** The version that an `If-Match` names; 0, which no record ever has, when the tag is none of ours. */
export function versionOf(tag: string): number {
  const digits = /^"v([1-9]\d{0,8})"$/.exec(tag)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
