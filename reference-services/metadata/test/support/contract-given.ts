import type { Given, OperationName } from '../../generated/run-contract-tests.ts';
import type { Caller } from './caller.ts';
import {
  createRecording,
  createSegment,
  createSpeaker,
  createTranscript,
  etagOf,
  recordingBody,
  segmentBody,
  words,
} from './records.ts';
import { newKey } from './service.ts';

/** A record that is there, and its entity tag. */
type Place = Required<Pick<Given, 'path' | 'headers'>>;

type Givens = { readonly [Name in OperationName]: () => Given | Promise<Given> };

/** Brings the service into the state that each operation needs to succeed, as one caller. */
export function contractGiven(caller: Caller): Givens {
  return {
    listRecordings: () => createRecording(caller).then(() => ({})),
    createRecording: () => ({ headers: newCreation(), body: recordingBody() }),
    getRecording: recording,
    replaceRecording: recording,
    updateRecording: recording,
    deleteRecording: recording,
    listTranscripts: recording,
    createTranscript: async () => {
      const { path } = await recording();
      const speaker = await createSpeaker(caller, 'Trần Quốc Bảo');
      const segments = [segmentBody({ words }), segmentBody({ speakerId: speaker.body.id })];
      return {
        path,
        headers: newCreation(),
        body: { language: 'vi-VN', modelVersion: '1.4.0', confidence: 0.91, segments },
      };
    },
    getTranscript: transcript,
    updateTranscript: transcript,
    deleteTranscript: transcript,
    listSegments: transcript,
    appendSegments: async () => {
      const { path } = await transcript();
      return { path, headers: newCreation(), body: { segments: [segmentBody({ words })] } };
    },
    getSegment: segment,
    updateSegment: async () => ({ ...(await segment()), body: { text: 'Xin cám ơn.', speakerId: null } }),
    listSpeakers: () => speaker().then(() => ({})),
    createSpeaker: () => ({ headers: newCreation() }),
    getSpeaker: speaker,
    updateSpeaker: speaker,
    deleteSpeaker: speaker,
    getHealth: () => ({}),
    getReadiness: () => ({}),
    getMetrics: () => ({}),
  };

  async function recording(): Promise<Place> {
    const answer = await createRecording(caller);
    return { path: { recordingId: answer.body.id }, headers: { 'If-Match': etagOf(answer) } };
  }

  async function transcript(): Promise<Place> {
    const answer = await createTranscript(caller, [segmentBody({ words })]);
    return { path: { transcriptId: answer.body.id }, headers: { 'If-Match': etagOf(answer) } };
  }

  async function segment(): Promise<Place> {
    const answer = await createSegment(caller, { words });
    return { path: { segmentId: answer.body.id }, headers: { 'If-Match': etagOf(answer) } };
  }

  async function speaker(): Promise<Place> {
    const answer = await createSpeaker(caller, 'Nguyễn Thị Lan', 'Giọng Hà Nội.');
    return { path: { speakerId: answer.body.id }, headers: { 'If-Match': etagOf(answer) } };
  }
}

function newCreation() {
  return { 'Idempotency-Key': newKey() };
}
