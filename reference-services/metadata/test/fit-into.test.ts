import { expect, it } from 'vitest';
import type { Segment } from '../generated/types.ts';
import { fitInto } from '../src/fit-into.ts';

const word = { text: 'xin', startSeconds: 1, endSeconds: 1.4, confidence: 0.97 };

function segment(startSeconds: number, words: Segment['words'] = [word]): Segment {
  const times = { startSeconds, endSeconds: startSeconds + 1, createdAt: '', updatedAt: '' };
  return {
    id: `seg_${startSeconds}`,
    transcriptId: '',
    recordingId: '',
    index: 0,
    text: 'xin',
    confidence: 1,
    ...times,
    words,
  };
}

it('segments go in the order of their start, with their words where they fit', () => {
  const [early, late] = [segment(1), segment(2)].map(({ id, text, startSeconds, endSeconds, confidence, words }) => ({
    ...{ id, text, startSeconds, endSeconds, confidence, words },
  }));
  expect(fitInto([segment(2), segment(1)])).toEqual([early, late]);
});

it('where they do not fit, no segment has words', () => {
  const text = { text: 'xin', confidence: 1 };
  expect(fitInto([segment(1, Array(10).fill(word)), segment(2)], 400)).toEqual([
    { id: 'seg_1', ...text, startSeconds: 1, endSeconds: 2 },
    { id: 'seg_2', ...text, startSeconds: 2, endSeconds: 3 },
  ]);
});

it('where that is not enough, or there are more than the event holds, there is nothing', () => {
  expect([fitInto([segment(1)], 50), fitInto(Array(20_001).fill(segment(1)))]).toEqual([undefined, undefined]);
  expect(fitInto(Array(20_000).fill(segment(1, [])))).toHaveLength(20_000);
});
