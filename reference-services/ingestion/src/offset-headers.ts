import type { Upload } from '../generated/types.ts';
import type { Limits } from './config.ts';
import { lifetimeSeconds } from './store/resumable-uploads.ts';

export function offsetHeaders({ receivedBytes, status }: Pick<Upload, 'receivedBytes' | 'status'>) {
  return { 'Upload-Offset': receivedBytes, 'Upload-Complete': status === 'stored' ? '?1' : '?0' } as const;
}

/** A structured-field dictionary (RFC 9651). */
export function uploadLimit({ maxResumableBytes, maxAppendBytes }: Limits): string {
  return `max-size=${maxResumableBytes}, max-append-size=${maxAppendBytes}, max-age=${lifetimeSeconds}`;
}
