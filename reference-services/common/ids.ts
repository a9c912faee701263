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
  const ulid = monotonicFactory();
  return (prefix) => `${prefix}_${ulid(clock().getTime())}`;
}
