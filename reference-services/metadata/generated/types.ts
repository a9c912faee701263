/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */

/** A recording to create. */
export interface RecordingCreate {
  readonly title?: RecordingTitle;
  readonly mediaType: AudioMediaType;
  readonly language: LanguageTag;
  /** Size of the audio file in bytes. */
  readonly sizeBytes: SizeBytes;
  /** Length of the audio in seconds. */
  readonly durationSeconds: DurationSeconds;
  /** Samples per second and channel of the audio. */
  readonly sampleRateHz?: number;
  /** Number of channels of the audio. */
  readonly channels?: number;
  readonly sha256: Sha256;
  readonly labels?: Labels;
  /** When the recording was made, as far as its owner knows. */
  readonly recordedAt?: Timestamp;
}

/** Everything that people may write about a recording. */
export interface RecordingReplace {
  readonly title?: RecordingTitle;
  readonly language: LanguageTag;
  readonly labels: Labels;
}

/** A JSON merge patch for a recording. */
export interface RecordingPatch {
  /** A new title; `null` removes the title. */
  readonly title?: null | string;
  readonly language?: LanguageTag;
  readonly labels?: Labels;
}

/** A transcript to create. */
export interface TranscriptCreate {
  readonly language: LanguageTag;
  readonly modelId?: ModelId;
  readonly modelVersion?: ModelVersion;
  /** How sure the model is of the transcript as a whole. */
  readonly confidence?: Confidence;
  /** The first segments, in the order in which they were spoken. */
  readonly segments?: readonly SegmentCreate[];
}

/** A JSON merge patch for a transcript. */
export interface TranscriptPatch {
  readonly status?: TranscriptStatus;
  readonly language?: LanguageTag;
}

/** A segment to create. `endSeconds` must not be before `startSeconds`. */
export interface SegmentCreate {
  readonly text: SegmentText;
  /** Where the segment begins in the recording, in seconds. */
  readonly startSeconds: DurationSeconds;
  /** Where the segment ends in the recording, in seconds. */
  readonly endSeconds: DurationSeconds;
  /** How sure the model is of the text as a whole. */
  readonly confidence: Confidence;
  readonly speakerId?: SpeakerId;
  readonly words?: SegmentWords;
}

/** Segments to append to a transcript. */
export interface SegmentBatch {
  /** The segments, in the order in which they were spoken. */
  readonly segments: readonly SegmentCreate[];
}

/** The segments that were appended. */
export interface SegmentBatchResult {
  /** The segments as they are stored, in the order of the request. */
  readonly segments: readonly Segment[];
}

/** A JSON merge patch for a segment. */
export interface SegmentPatch {
  readonly text?: SegmentText;
  /** Where the segment begins in the recording, in seconds. */
  readonly startSeconds?: DurationSeconds;
  /** Where the segment ends in the recording, in seconds. */
  readonly endSeconds?: DurationSeconds;
  /** Who speaks; `null` says that nobody knows. */
  readonly speakerId?: null | string;
}

/** What the speaker is called. Personal data: it never appears in logs. */
export type SpeakerName = string;

/** A voice that the tenant has given a name. */
export interface Speaker {
  readonly id: SpeakerId;
  readonly tenantId: TenantId;
  readonly displayName: SpeakerName;
  /** What helps people to recognise the speaker. Personal data: it never appears in logs. */
  readonly notes?: string;
  /** When it was created. */
  readonly createdAt: Timestamp;
  /** When it last changed. */
  readonly updatedAt: Timestamp;
}

/** One page of speakers. */
export interface SpeakerPage {
  /** The speakers of this page, in the order of the list. */
  readonly items: readonly Speaker[];
  readonly page: PageInfo;
}

/** A speaker to create. */
export interface SpeakerCreate {
  readonly displayName: SpeakerName;
  /** What helps people to recognise the speaker. */
  readonly notes?: string;
}

/** A JSON merge patch for a speaker. */
export interface SpeakerPatch {
  readonly displayName?: SpeakerName;
  /** New notes; `null` removes them. */
  readonly notes?: null | string;
}

/** Identifier of one request, found again in the logs and traces of every service that took part in answering it. */
export type RequestId = string;

/** Where the next page begins. Opaque: pass it back unchanged, with the same filters, within 24 hours. */
export type Cursor = string;

/**
 * How far the pipeline has brought the recording. `ready` and `failed` are final until the recording is processed
 * again.
 */
export type RecordingStatus = 'received' | 'transcribing' | 'postprocessing' | 'indexing' | 'ready' | 'failed';

/** A language as a BCP 47 tag in its canonical letter case, such as `vi` or `vi-VN`. */
export type LanguageTag = string;

/** The labels attached, each once; their order carries no meaning. */
export type Labels = readonly Label[];

/** A moment as RFC 3339 writes it. The platform always emits UTC, with `Z`; requests may carry any offset. */
export type Timestamp = string;

/** The SHA-256 digest of the content, as 64 lower-case hexadecimal digits. */
export type Sha256 = string;

/** One page of recordings. */
export interface RecordingPage {
  /** The recordings of this page, in the order of the list. */
  readonly items: readonly Recording[];
  readonly page: PageInfo;
}

/**
 * What went wrong, as RFC 9457 problem details. Decide by `type`, show `title` and `detail` to people, and quote
 * `requestId` to support. A problem type may add members; ignore those that you do not know.
 */
export interface Problem {
  /**
   * The problem type. It is an identifier and stays the same for every occurrence; `about:blank` says no more than the
   * status code does.
   */
  readonly type: string;
  /** The problem type in a few words, the same for every occurrence. */
  readonly title: string;
  /** The HTTP status code of the response. */
  readonly status: number;
  /** What happened this time, and what the caller can do about it. */
  readonly detail?: string;
  /** A reference to this occurrence, usually the path that was requested. */
  readonly instance?: string;
  readonly requestId?: RequestId;
  /** The individual faults, when there are several places to put right. */
  readonly errors?: readonly ProblemError[];
}

/** A recording: the audio that a tenant uploaded, and what is known about it. */
export interface Recording {
  readonly id: RecordingId;
  readonly tenantId: TenantId;
  readonly title?: RecordingTitle;
  readonly status: RecordingStatus;
  /** Why the recording has its status, for people to read; usually the reason of a failure. */
  readonly statusDetail?: string;
  readonly mediaType: AudioMediaType;
  readonly language: LanguageTag;
  /** Size of the audio file in bytes. */
  readonly sizeBytes: SizeBytes;
  /** Length of the audio in seconds. */
  readonly durationSeconds: DurationSeconds;
  /** Samples per second and channel of the audio as it was uploaded. */
  readonly sampleRateHz?: number;
  /** Number of channels of the audio as it was uploaded. */
  readonly channels?: number;
  readonly sha256: Sha256;
  readonly labels: Labels;
  /** When the recording was made, as far as its owner knows. */
  readonly recordedAt?: Timestamp;
  /** When it was created. */
  readonly createdAt: Timestamp;
  /** When it last changed. */
  readonly updatedAt: Timestamp;
}

/**
 * Identifier of a recording: `rec_` and a ULID. The recording is the audio that a tenant uploaded, together with what
 * is known about it.
 */
export type RecordingId = string;

/**
 * `draft` while segments are still being added, `completed` when the reading is whole, `reviewed` when a person has
 * approved it.
 */
export type TranscriptStatus = 'draft' | 'completed' | 'reviewed';

/** One page of transcripts. */
export interface TranscriptPage {
  /** The transcripts of this page, in the order of the list. */
  readonly items: readonly Transcript[];
  readonly page: PageInfo;
}

/** One reading of a recording. Its text is in its segments. */
export interface Transcript {
  readonly id: TranscriptId;
  readonly recordingId: RecordingId;
  readonly tenantId: TenantId;
  readonly status: TranscriptStatus;
  readonly language: LanguageTag;
  readonly modelId?: ModelId;
  readonly modelVersion?: ModelVersion;
  /** How sure the model is of the transcript as a whole, as the mean over its words. */
  readonly confidence?: Confidence;
  /** How many segments the transcript has. */
  readonly segmentCount: number;
  /** When it was created. */
  readonly createdAt: Timestamp;
  /** When it last changed. */
  readonly updatedAt: Timestamp;
}

/**
 * Identifier of a transcript: `trn_` and a ULID. A transcript is one reading of one recording by one model, or by a
 * person.
 */
export type TranscriptId = string;

/** Identifier of a speaker: `spk_` and a ULID. A speaker is a voice that a tenant has given a name. */
export type SpeakerId = string;

/** A length of time, or a position counted from the start of the recording, in seconds; at most one day. */
export type DurationSeconds = number;

/** One page of segments. */
export interface SegmentPage {
  /** The segments of this page, in the order of the list. */
  readonly items: readonly Segment[];
  readonly page: PageInfo;
}

/** Identifier of a segment: `seg_` and a ULID. A segment is one utterance of a transcript, with its start and end. */
export type SegmentId = string;

/** One utterance of a transcript. */
export interface Segment {
  readonly id: SegmentId;
  readonly transcriptId: TranscriptId;
  readonly recordingId: RecordingId;
  /** Position of the segment in its transcript, counted from 0. */
  readonly index: number;
  readonly text: SegmentText;
  /** Where the segment begins in the recording, in seconds. */
  readonly startSeconds: DurationSeconds;
  /** Where the segment ends in the recording, in seconds; never before its start. */
  readonly endSeconds: DurationSeconds;
  /** How sure the model is of the text as a whole. */
  readonly confidence: Confidence;
  readonly speakerId?: SpeakerId;
  readonly words?: SegmentWords;
  /** When it was created. */
  readonly createdAt: Timestamp;
  /** When it last changed. */
  readonly updatedAt: Timestamp;
}

/** The process is alive. */
export interface Health {
  /** Always `ok`: a process that is not alive gives no answer. */
  readonly status: 'ok';
}

/** Whether the service can do its work, and how each of its dependencies answered. */
export interface Readiness {
  /**
   * `ready` when all dependencies answer, `degraded` when only optional ones are missing, `unavailable` when the
   * service should receive no traffic.
   */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  /** One entry for each dependency. */
  readonly checks: readonly ReadinessCheck[];
}

/** A problem that also reports the checks, in its extension member `readiness`. */
export type ReadinessProblem = Problem & ReadinessProblemMembers;

/** Metrics in the Prometheus text exposition format 0.0.4. */
export type Metrics = string;

/** What people call the recording. */
export type RecordingTitle = string;

/** The media type of the audio. It is sniffed from the bytes; a declared type that contradicts them is refused. */
export type AudioMediaType = 'audio/wav' | 'audio/flac' | 'audio/mpeg' | 'audio/ogg' | 'audio/webm' | 'audio/mp4';

/** A size in bytes, at most 4 GiB. */
export type SizeBytes = number;

/** Identifier of a model: `mdl_` and a ULID. A model is one registered version of a speech or language model. */
export type ModelId = string;

/** The version of a model, as Semantic Versioning 2.0.0 writes it. */
export type ModelVersion = string;

/**
 * How sure the model is, from 0 (a guess) to 1 (certain). Compare values of one model only: models are calibrated
 * apart.
 */
export type Confidence = number;

/** What was said, as post-processed text in Unicode NFC. */
export type SegmentText = string;

/**
 * The words of the segment with their times, in the order in which they were spoken. They are the words as heard,
 * before post-processing.
 */
export type SegmentWords = readonly Word[];

/**
 * Identifier of a tenant: `ten_` and a ULID. A tenant is the organisation that owns the data; it is taken from the
 * access token and never from the request.
 */
export type TenantId = string;

/** Where this page stands in the whole list. */
export interface PageInfo {
  readonly nextCursor?: Cursor;
  /** Whether another page follows. `nextCursor` is present exactly when this is true. */
  readonly hasMore: boolean;
}

/** A word or short phrase that a tenant attaches to its data in order to find it again. Letter case counts. */
export type Label = string;

/**
 * One fault in the request. `pointer` leads to a place in the body, `parameter` names a path, query or header
 * parameter.
 */
export interface ProblemError {
  /** JSON Pointer (RFC 6901) to the fault in the request body, as a URI fragment. */
  readonly pointer?: string;
  /** Name of the parameter at fault. */
  readonly parameter?: string;
  /** What is wrong with this value, and what would be accepted. */
  readonly detail: string;
}

/** How one dependency answered. */
export interface ReadinessCheck {
  /** The dependency. */
  readonly name: string;
  /** `degraded` when it is optional and does not answer, `unavailable` when it is needed and does not answer. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  /** What was observed, for the operator. It never holds secrets or addresses with credentials. */
  readonly detail?: string;
}

/** What a readiness problem adds to the members of RFC 9457. */
export interface ReadinessProblemMembers {
  readonly readiness: Readiness;
}

/** One word, or in Vietnamese one syllable, and when it was spoken. */
export interface Word {
  /** The word as it was heard. */
  readonly text: string;
  /** Where the word begins in the recording, in seconds. */
  readonly startSeconds: DurationSeconds;
  /** Where the word ends in the recording, in seconds; never before its start. */
  readonly endSeconds: DurationSeconds;
  /** How sure the model is of this word. */
  readonly confidence: Confidence;
}

