import type { ServiceTokens } from '../../common/auth/service-tokens.ts';
import { createBreaker, UpstreamUnavailableError } from '../../common/resilience/circuit-breaker.ts';
import { traceCalls } from '../../common/tracing/trace-requests.ts';
import type { SentenceSegment } from '../../events/nlp-postprocessed/generated/types.ts';
import {
  ConnectionError,
  createTransport,
  getReadiness,
  getRecording,
  listSegments,
  TimeoutError,
  type Transport,
} from '../generated/clients/metadata/index.ts';
import { type RecordingRef, type Recordings, recordingsByTheirIds } from './recordings.ts';

export interface MetadataOptions {
  readonly baseUrl: string;
  readonly tokens: ServiceTokens;
  /** Takes the place of the network, where the metadata service runs in this process. */
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly timeoutMs?: number;
}

export interface MetadataRecordings extends Recordings {
  /** Resolves when the metadata service is ready. */
  probe(): Promise<void>;
  stop(): void;
}

/** The metadata service does not answer, or has no time; what needed it may be tried again. */
export class MetadataAwayError extends Error {
  override readonly name = 'MetadataAwayError';
}

export const metadataScopes = ['recordings:read', 'transcripts:read'];

const retry = { attempts: 3, delay: 100, maxDelay: 1_000, statuses: [502, 503, 504] };
const pageSize = 100;

/** What the metadata service knows of recordings. One that it does not know (yet) is described by its id. */
export function recordingsOfMetadata({
  baseUrl,
  tokens,
  fetch,
  timeoutMs = 3_000,
}: MetadataOptions): MetadataRecordings {
  const breaker = createBreaker('metadata');
  const common = {
    ...{ baseUrl, timeout: timeoutMs, retry, middleware: [breaker.guard, traceCalls('metadata')] },
    ...(fetch !== undefined && { fetch }),
  };
  return {
    async describe(ref) {
      const token = await tokens.of(ref.tenantId);
      const transport = createTransport({ ...common, headers: { Authorization: `Bearer ${token}` } });
      return sayingWhenAway(() => describe(transport, ref));
    },
    async probe() {
      const { status } = await getReadiness(createTransport(common), {}, { timeout: 800, retry: false });
      if (status !== 200) throw new Error(`The metadata service is not ready: ${status}.`);
    },
    stop: () => breaker.stop(),
  };
}

async function describe(transport: Transport, ref: RecordingRef) {
  const { recordingId, transcriptId } = ref;
  const answer = await getRecording(transport, { path: { recordingId } });
  if (answer.status === 404) return recordingsByTheirIds.describe(ref);
  if (answer.status !== 200) throw refused(answer.status, 'the recording');
  const { title, labels, recordedAt, createdAt } = answer.body;
  const confidences = await confidencesOf(transport, transcriptId);
  return {
    ...(title !== undefined && { title }),
    labels,
    recordedAt: recordedAt ?? createdAt,
    confidenceOf: ({ sourceSegmentIds = [] }: SentenceSegment) =>
      mean(sourceSegmentIds.flatMap((id) => confidences.get(id) ?? [])),
  };
}

/** How sure the recogniser was of each segment; nothing of a transcript that the metadata service does not know. */
async function confidencesOf(transport: Transport, transcriptId: string): Promise<ReadonlyMap<string, number>> {
  const confidences = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const query = { limit: pageSize, ...(cursor !== undefined && { cursor }) };
    const answer = await listSegments(transport, { path: { transcriptId }, query });
    if (answer.status === 404) return confidences;
    if (answer.status !== 200) throw refused(answer.status, 'the segments');
    for (const { id, confidence } of answer.body.items) confidences.set(id, confidence);
    cursor = answer.body.page.nextCursor;
  } while (cursor !== undefined);
  return confidences;
}

function refused(status: number, what: string): Error {
  const sentence = `The metadata service answered ${status} when it was asked for ${what}.`;
  return status === 429 || status >= 500 ? new MetadataAwayError(sentence) : new Error(sentence);
}

async function sayingWhenAway<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isAway =
      error instanceof ConnectionError || error instanceof TimeoutError || error instanceof UpstreamUnavailableError;
    if (!isAway) throw error;
    throw new MetadataAwayError('The metadata service does not answer.', { cause: error });
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
