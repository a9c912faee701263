import type { VectorHit } from '../../../common/vectors/vector-index.ts';

export function hit(id: string, score: number, text = id): VectorHit {
  const payload = {
    tenantId: 'ten_A',
    recordingId: 'rec_A',
    transcriptId: 'trn_A',
    segmentId: `seg_${id}`,
    index: 0,
    text,
    startSeconds: 0,
    endSeconds: 1,
    confidence: 1,
    language: 'vi-VN',
    labels: [],
    recordedAt: '2026-11-20T01:30:00Z',
    contentHash: text,
    createdAt: '2026-11-20T01:30:00Z',
    updatedAt: '2026-11-20T01:30:00Z',
  };
  return { id, score, payload };
}
