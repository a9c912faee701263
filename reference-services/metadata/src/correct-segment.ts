import type { Queryable } from '../../common/database/database.ts';
import { mergePatch } from '../../common/merge-patch.ts';
import type { ProblemError } from '../../common/problem.ts';
import type { SegmentPatch } from '../generated/types.ts';
import { endBeforeStart, unknownSpeaker } from './segment-rules.ts';
import type { SegmentEdit } from './store/segments.ts';
import { lockSpeakers } from './store/speakers.ts';

export type Correction =
  | { readonly kind: 'edit'; readonly edit: SegmentEdit }
  | { readonly kind: 'refused'; readonly errors: readonly ProblemError[] };

/** Applies a patch. A new text drops the words: their times belonged to what was there before. */
export async function correctSegment(
  tx: Queryable,
  tenant: string,
  current: SegmentEdit,
  patch: SegmentPatch,
): Promise<Correction> {
  const { words, ...rest } = mergePatch(current, patch);
  const errors = [...endBeforeStart(rest, '#'), ...(await speakerErrors(tx, tenant, patch))];
  if (errors.length > 0) return { kind: 'refused', errors };
  const sameText = rest.text.normalize('NFC') === current.text;
  return { kind: 'edit', edit: sameText && words !== undefined ? { ...rest, words } : rest };
}

async function speakerErrors(
  tx: Queryable,
  tenant: string,
  { speakerId }: SegmentPatch,
): Promise<readonly ProblemError[]> {
  if (speakerId === undefined || speakerId === null) return [];
  const known = await lockSpeakers(tx, tenant, [speakerId]);
  return known.has(speakerId) ? [] : [unknownSpeaker('#')];
}
