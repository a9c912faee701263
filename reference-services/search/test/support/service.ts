import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { openDevelopmentIssuer, type TokenRequest } from '../../../common/auth/development-issuer.ts';
import type { Database } from '../../../common/database/database.ts';
import { createHashingEncoder } from '../../../common/encoder/hashing-encoder.ts';
import { createMemoryIndex } from '../../../common/vectors/memory-index.ts';
import type { SegmentPayload } from '../../../common/vectors/vector-index.ts';
import { readSearchConfig, type SearchConfig } from '../../src/config.ts';
import { type OpenOptions, openSearch } from '../../src/open.ts';

export const everyScope = ['search:read', 'search:feedback'] as const;

/** One for all tests of a file. */
const issuer = openDevelopmentIssuer();

export interface ServiceOptions extends OpenOptions {
  readonly config?: Partial<SearchConfig>;
}

export type TestService = Awaited<ReturnType<typeof openTestService>>;

/** The service as it is, with an index of its own, on a database that the tests of a file share. */
export async function openTestService(database: Database, { config = {}, ...options }: ServiceOptions = {}) {
  const encoder = createHashingEncoder();
  const model = { modelId: encoder.id, modelVersion: encoder.version, dimensions: encoder.dimensions };
  const whole = {
    ...readSearchConfig({ LOG_LEVEL: 'silent' }),
    tokens: { kind: 'development', keyFile: undefined } as const,
    ...config,
  };
  const index = createMemoryIndex(model);
  const opened = await openSearch(whole, { database, encoder, index, issuer: await issuer, ...options });
  return { ...opened, token, write, ask };

  function token(request: Partial<TokenRequest> = {}): Promise<string> {
    if (opened.issuer === undefined) throw new Error('The test service always has an issuer.');
    return opened.issuer.issue({ tenant: newTenant(), scopes: everyScope, ...request });
  }

  /** Puts segments into the index as the embeddings service does, and gives their ids. */
  async function write(tenantId: string, segments: readonly (Partial<SegmentPayload> & { text: string })[]) {
    const vectors = await encoder.encode(segments.map(({ text }) => text));
    const points = segments.map((segment, index) => ({
      id: randomUUID(),
      vector: vectors[index] ?? new Float32Array(),
      payload: payloadOf({ tenantId, index, startSeconds: index * 10, endSeconds: index * 10 + 9, ...segment }),
    }));
    await opened.index.upsert(points);
    return points.map(({ payload }) => payload.segmentId);
  }

  async function ask(tenant: string, path: string, body?: unknown) {
    const headers = {
      Authorization: `Bearer ${await token({ tenant })}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await opened.app.request(path, { headers, ...sent });
    return { status: response.status, body: await response.json() };
  }
}

function payloadOf(members: Partial<SegmentPayload> & { tenantId: string; text: string }): SegmentPayload {
  return {
    recordingId: 'rec_01M7VBSJEG08Y4YCWC4KHBX95N',
    transcriptId: 'trn_01M7VBTVF03EFR5AJ7N5MWCPA1',
    segmentId: `seg_${ulid()}`,
    index: 0,
    startSeconds: 0,
    endSeconds: 9,
    confidence: 0.94,
    language: 'vi-VN',
    labels: [],
    recordedAt: '2026-11-20T01:30:00.000Z',
    recordingTitle: 'Họp kế hoạch quý ba',
    contentHash: members.text,
    createdAt: '2026-11-20T02:16:12.000Z',
    updatedAt: '2026-11-20T02:16:12.000Z',
    ...members,
  };
}

export function newTenant(): string {
  return `ten_${ulid()}`;
}
