import type { Settings } from '../config.ts';
import { openLanceIndex } from './lance/open.ts';
import { createMemoryIndex } from './memory-index.ts';
import { type OpenVectors, wholeVectors } from './open-vectors.ts';
import type { OnOtherModel } from './other-model.ts';
import { openQdrantIndex } from './qdrant/qdrant-index.ts';
import type { IndexModel } from './vector-index.ts';

export type { OpenVectors } from './open-vectors.ts';

export type VectorConfig =
  /** LanceDB, in this process. */
  | { readonly kind: 'lancedb'; readonly folder: string }
  /** A server of its own. */
  | { readonly kind: 'qdrant'; readonly url: string; readonly apiKey: string | undefined }
  /** Exact, and gone with the process. */
  | { readonly kind: 'memory' };

export function readVectorConfig(settings: Settings): VectorConfig {
  const folder = settings.optional('VECTOR_INDEX_DIR');
  const url = settings.optional('QDRANT_URL');
  if (url === undefined) return folder === undefined ? { kind: 'memory' } : { kind: 'lancedb', folder };
  if (!(/^https?:\/\/[^/]/.test(url) && URL.canParse(url))) {
    settings.report('QDRANT_URL is not the address of a Qdrant server. Set it like http://host:6333.');
  }
  if (folder !== undefined) {
    settings.report('VECTOR_INDEX_DIR and QDRANT_URL are both set. Unset the one that you do not mean.');
  }
  return { kind: 'qdrant', url, apiKey: settings.optional('QDRANT_API_KEY') };
}

/** Throws an `OtherModelError` when an index of another model is there and is to be left. */
export async function openVectors(
  config: VectorConfig,
  model: IndexModel,
  onError: (error: unknown) => void,
  onOtherModel: OnOtherModel = 'set-aside',
): Promise<OpenVectors> {
  if (config.kind === 'memory') return wholeVectors(createMemoryIndex(model));
  if (config.kind === 'qdrant') return openQdrantIndex({ url: config.url, apiKey: config.apiKey, model, onOtherModel });
  return openLanceIndex({ folder: config.folder, model, onError, onOtherModel });
}
