import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchesOf } from '../../encoder/onnx/batches.ts';
import { type OnnxEncoder, openOnnxEncoder } from '../../encoder/onnx/onnx-encoder.ts';
import { dimensions, vocabulary, wordVector, writeTinyModel } from './tiny-model.ts';

let folder: string;
let encoder: OnnxEncoder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiny-model-'));
  writeTinyModel(folder);
  encoder = await openOnnxEncoder({ folder, tokenBudget: 12 });
});
afterAll(async () => {
  await encoder.close();
  rmSync(folder, { recursive: true });
});

/** The mean of the words' vectors, of length 1. */
function byHand(words: readonly (typeof vocabulary)[number][]): number[] {
  const vectors = words.map((word) => wordVector(vocabulary.indexOf(word)));
  const sum = Array.from({ length: dimensions }, (_, place) =>
    vectors.reduce((total, vector) => total + (vector[place] ?? 0), 0),
  );
  const length = Math.hypot(...sum);
  return sum.map((it) => it / length);
}

function expectNear(actual: Float32Array | undefined, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [place, it] of expected.entries()) expect(actual?.[place]).toBeCloseTo(it, 5);
}

test('it says what it is', () => {
  const { id, name, version, kind, dimensions, maxTokens, provider } = encoder;
  expect({ id, name, version, kind, dimensions, maxTokens, provider }).toEqual({
    ...{ id: 'mdl_01M45FZWWG7YJDH3B8FAP0Q5RS', name: 'tiny', version: '1.0.0', kind: 'onnx' },
    ...{ dimensions: 8, maxTokens: 16, provider: 'cpu' },
  });
});

test('a vector is the mean of the tokens without padding, in the order of the texts, whatever batch they are in', async () => {
  const texts = ['Xin chào xin chào a', 'a', 'tạm biệt', 'lạ', 'a a a a a a a a a a a a a'];
  const vectors = await encoder.encode(texts);
  expect(vectors).toHaveLength(texts.length);
  expectNear(vectors[0], byHand(['[CLS]', 'xin', 'chào', 'xin', 'chào', 'a', '[SEP]']));
  expectNear(vectors[1], byHand(['[CLS]', 'a', '[SEP]']));
  expectNear(vectors[2], byHand(['[CLS]', 'tạm', 'biệt', '[SEP]']));
  expectNear(vectors[3], byHand(['[CLS]', '[UNK]', '[SEP]']));
  expectNear(vectors[4], byHand(['[CLS]', ...Array<'a'>(13).fill('a'), '[SEP]']));
});

test('a text that is too long loses its end, and that can be told', async () => {
  const long = `${'a '.repeat(20)}chào`;
  const [vector] = await encoder.encode([long]);
  expectNear(vector, byHand(['[CLS]', ...Array<'a'>(14).fill('a'), '[SEP]']));
  expect([encoder.truncates?.(long), encoder.truncates?.('a')]).toEqual([true, false]);
});

test('batches hold texts of similar length, and no more tokens than they may', () => {
  const texts = [9, 2, 3, 2, 30].map((length, place) => ({ place, ids: Array<number>(length).fill(1) }));
  const places = batchesOf(texts, 12).map((batch) => batch.map(({ place }) => place));
  expect(places).toEqual([[1, 3, 2], [0], [4]]);
});

test('an encoding that nobody waits for any more is given up', async () => {
  await expect(encoder.encode(['a'], { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('a folder without the files, or with a wrong one, is a sentence that names the variable', async () => {
  await expect(openOnnxEncoder({ folder: tmpdir() })).rejects.toThrow(
    /^ENCODER_MODEL_DIR names ".*", which lacks model.onnx, tokenizer.json, tokenizer_config.json, and encoder.json\. Set it to/,
  );
  const wrong = mkdtempSync(join(tmpdir(), 'wrong-model-'));
  writeTinyModel(wrong);
  writeFileSync(join(wrong, 'model.onnx'), 'no model');
  await expect(openOnnxEncoder({ folder: wrong })).rejects.toThrow(/whose model cannot be loaded on cpu: /);
  writeFileSync(join(wrong, 'encoder.json'), '{"id":"tiny"}');
  await expect(openOnnxEncoder({ folder: wrong })).rejects.toThrow(/whose encoder\.json must hold "id"/);
  rmSync(wrong, { recursive: true });
});
