import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import type { Database } from '../../common/database/database.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import { writeTinyModel } from '../../common/test/encoder/tiny-model.ts';
import { openLanceIndex } from '../../common/vectors/lance/open.ts';
import { createMemoryIndex } from '../../common/vectors/memory-index.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { readSearchConfig } from '../src/config.ts';
import { type OpenOptions, openSearch } from '../src/open.ts';
import { newTenant } from './support/service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'ai2text-search-model-'));
const tiny = join(root, 'tiny');
let database: Database;
beforeAll(async () => {
  mkdirSync(tiny);
  writeTinyModel(tiny);
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

const { id, version, dimensions } = createHashingEncoder();
const hashing = { modelId: id, modelVersion: version, dimensions };
const sentence =
  `The index is of model ${id} ${version}, ${dimensions} dimensions, and this service encodes with ` +
  'model mdl_01M45FZWWG7YJDH3B8FAP0Q5RS 1.0.0, 8 dimensions. Set ENCODER_MODEL_DIR as the embeddings service has it, and start again.';

async function open(environment: Record<string, string>, options: OpenOptions = {}) {
  const config = readSearchConfig({ LOG_LEVEL: 'silent', ENCODER_MODEL_DIR: tiny, ...environment });
  const issuer = await openDevelopmentIssuer();
  const search = await openSearch(config, { database, issuer, ...options });
  const token = await issuer.issue({ tenant: newTenant(), scopes: ['search:read'] });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ query: 'xin chào' });
  const asked = await search.app.request('/v1/search', { method: 'POST', headers, body });
  const ready = await search.app.request('/ready');
  return { search, asked, ready: { status: ready.status, body: await ready.json() } };
}

test('search encodes with the model of its configuration', async () => {
  const { search, asked, ready } = await open({ VECTOR_INDEX_DIR: join(root, 'of-tiny') });
  const { modelId, dimensions } = await search.index.info();
  expect([asked.status, ready.status, ready.body.checks[1], modelId, dimensions]).toEqual([
    200,
    200,
    { name: 'encoder tiny on cpu', status: 'ok' },
    'mdl_01M45FZWWG7YJDH3B8FAP0Q5RS',
    8,
  ]);
  await search.close();
});

test('an index of another model is left as it is, and /ready says which model is needed', async () => {
  const folder = join(root, 'of-hashing');
  await (await openLanceIndex({ folder, model: hashing })).index.close();
  const { search, asked, ready } = await open({ VECTOR_INDEX_DIR: folder });
  const check = { name: 'index', status: 'unavailable', detail: sentence };
  expect([asked.status, ready.status, ready.body.readiness.checks[2]]).toEqual([503, 503, check]);
  await search.close();
  const { index, setAside } = await openLanceIndex({ folder, model: hashing });
  expect(setAside).toBe(undefined);
  await index.close();
});

test('so is one that another service of the process has opened', async () => {
  const { search, ready } = await open({}, { index: createMemoryIndex(hashing) });
  expect([ready.status, ready.body.readiness.checks[2].detail]).toEqual([503, sentence]);
  await search.close();
});
