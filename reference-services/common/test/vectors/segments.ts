import type { SegmentPayload, VectorPoint } from '../../vectors/vector-index.ts';

export const tenantId = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
export const model = { modelId: 'mdl_01KA000000HASHENCAAAAAAA01', modelVersion: '1.0.0', dimensions: 4 };

/** A point whose id ends in the given digit. */
export function point(digit: number, vector: readonly number[], members: Partial<SegmentPayload> = {}): VectorPoint {
  const length = Math.hypot(...vector);
  return {
    id: `00000000-0000-4000-8000-00000000000${digit}`,
    vector: Float32Array.from(vector, (value) => value / length),
    payload: {
      tenantId,
      recordingId: 'rec_01M7VBSJEG08Y4YCWC4KHBX95N',
      transcriptId: 'trn_01M7VBTVF03EFR5AJ7N5MWCPA1',
      segmentId: `seg_01M7VBTVF04DWZV2JH8284RN${digit}E`,
      index: digit,
      text: `Câu số ${digit}.`,
      startSeconds: digit * 10,
      endSeconds: digit * 10 + 9,
      confidence: 0.94,
      language: 'vi-VN',
      labels: [],
      recordedAt: '2026-11-20T01:30:00Z',
      contentHash: `hash ${digit}`,
      createdAt: '2026-11-20T02:16:12Z',
      updatedAt: '2026-11-20T02:16:12Z',
      ...members,
    },
  };
}

/** The last digits of the ids. */
export function digits(found: readonly { readonly id: string }[]): string {
  return found.map(({ id }) => id.at(-1)).join('');
}
