import { pointId } from '../../common/vectors/point-id.ts';
import type { VectorPoint } from '../../common/vectors/vector-index.ts';
import { randomDirection, randomNumbers, toUnitLength } from './random.ts';
import { sentenceAbout, topicWord } from './sentences.ts';

export interface Speech {
  readonly tenantId: string;
  readonly modelId: string;
  readonly dimensions: number;
  /** Vectors of one topic are near each other, as sentences about one thing are. */
  readonly topics: number;
}

/** How far a sentence lies from the middle of its topic, as a share of the length of that. */
const spread = 0.7;
const segmentsOfRecording = 200;

/** The middles of the topics, the same each time. */
function topicsOf({ topics, dimensions }: Speech): readonly Float32Array[] {
  const random = randomNumbers(1);
  return Array.from({ length: topics }, () => randomDirection(dimensions, random));
}

/** Points to fill an index with, in batches; the same each time. */
export function* speechPoints(speech: Speech, count: number, batch: number): Generator<readonly VectorPoint[]> {
  const centres = topicsOf(speech);
  const random = randomNumbers(2);
  for (let start = 0; start < count; start += batch) {
    const size = Math.min(batch, count - start);
    yield Array.from({ length: size }, (_, place) => pointOf(start + place, speech, centres, random));
  }
}

export interface Question {
  readonly vector: Float32Array;
  readonly text: string;
}

/** Questions about the topics; none of them is a vector of the index. */
export function questions(speech: Speech, count: number): readonly Question[] {
  const centres = topicsOf(speech);
  const random = randomNumbers(3);
  return Array.from({ length: count }, () => {
    const topic = Math.floor(random() * speech.topics);
    const words = [1, 2, 3].map(() => topicWord(topic, random));
    return { vector: near(centres[topic], random), text: words.join(' ') };
  });
}

function near(centre: Float32Array = new Float32Array(), random: () => number): Float32Array {
  const noise = randomDirection(centre.length, random);
  return toUnitLength(centre.map((value, place) => value + spread * (noise[place] ?? 0)));
}

function pointOf(place: number, speech: Speech, centres: readonly Float32Array[], random: () => number): VectorPoint {
  const { tenantId, modelId } = speech;
  const topic = Math.floor(random() * centres.length);
  const digits = (value: number) => String(value).padStart(22, '0');
  const recordingId = `rec_01M7${digits(Math.floor(place / segmentsOfRecording))}`;
  const segmentId = `seg_01M7${digits(place)}`;
  const index = place % segmentsOfRecording;
  const moment = '2026-11-20T02:16:12.000Z';
  return {
    id: pointId({ recordingId, segmentId, modelId }),
    vector: near(centres[topic], random),
    payload: {
      ...{ tenantId, recordingId, segmentId, index },
      transcriptId: `trn_01M7${digits(Math.floor(place / segmentsOfRecording))}`,
      text: sentenceAbout(topic, random),
      startSeconds: index * 10,
      endSeconds: index * 10 + 9,
      confidence: 0.9,
      speakerId: `spk_01M7${digits(place % 7)}`,
      language: place % 10 === 0 ? 'en-US' : 'vi-VN',
      labels: [`nhãn ${topic % 20}`],
      recordedAt: moment,
      contentHash: digits(place),
      createdAt: moment,
      updatedAt: moment,
    },
  };
}
