import type { UploadMetadata } from '../generated/types.ts';

/** The platform says times in UTC, whatever offset they came with. */
export function inUtc(metadata: UploadMetadata): UploadMetadata {
  const { recordedAt } = metadata;
  if (recordedAt === undefined) return metadata;
  // A leap second is legal, and no Date: the last moment of its minute stands for it.
  const moment = new Date(recordedAt.replace(/:60(\.\d+)?(?=[Zz+-])/, ':59.999'));
  return { ...metadata, recordedAt: moment.toISOString() };
}
