import { createHash } from 'node:crypto';

/** Stable under line moves and reordering: made of what happened, to what, and where in it. */
export function fingerprintOf(rule: string, subject: string, place: string): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, subject, place]))
    .digest('hex')
    .slice(0, 16);
}
