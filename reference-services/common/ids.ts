import { randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { type Clock, systemClock } from './clock.ts';

export type IdPrefix = 'rec' | 'trn' | 'seg' | 'spk' | 'upl' | 'job' | 'mdl' | 'ten' | 'evt' | 'req';

/** Makes an identifier such as `rec_01M7VBSJEG08Y4YCWC4KHBX95N`. */
export type NewId = (prefix: IdPrefix) => string;

/**
 * ULIDs behind a prefix. They are monotonic: two of the same millisecond still sort in the order in which they were made,
 * which lets `(createdAt, id)` order a list.
 */
export function createIds(clock: Clock = systemClock): NewId {
  const ulid = monotonicFactory(randomFraction);
  return (prefix) => `${prefix}_${ulid(clock().getTime())}`;
}

/** Random bytes are fetched many at a time: one by one, as `ulid` does by itself, they cost more than the rest of an id. */
const pool = new Uint8Array(4_096);
let next = pool.length;

function randomFraction(): number {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  const byte = pool[next] ?? 0;
  next += 1;
  return byte / 256;
}
