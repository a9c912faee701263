import { ObservedError } from '../health.ts';
import { type IndexModel, IndexUnavailableError, type VectorIndex } from './vector-index.ts';

/** What a service does with an index of another model: whoever writes it begins it anew, whoever only reads it leaves it. */
export type OnOtherModel = 'set-aside' | 'leave';

/** There is an index, and its vectors are of another model than this service's encoder makes. */
export class OtherModelError extends Error {
  override readonly name = 'OtherModelError';

  /** `there` says in words of which model the index is. */
  constructor(there: string, wanted: IndexModel) {
    const advice = 'Set ENCODER_MODEL_DIR as the embeddings service has it, and start again.';
    super(`The index is of ${there}, and this service encodes with ${nameOf(wanted)}. ${advice}`);
  }
}

export function nameOf({ modelId, modelVersion, dimensions }: IndexModel): string {
  return `model ${modelId} ${modelVersion}, ${dimensions} dimensions`;
}

/** Stands in for an index that must not be asked: a comparison would mean nothing. Everything but `/ready` learns that it is away. */
export function unusableIndex(kind: VectorIndex['kind'], { message }: OtherModelError): VectorIndex {
  const refuse = () => Promise.reject(new IndexUnavailableError(message));
  return {
    ...{ kind, upsert: refuse, delete: refuse, search: refuse, searchWords: refuse, scroll: refuse, count: refuse },
    info: refuse,
    probe: () => Promise.reject(new ObservedError(message)),
    close: async () => {},
  };
}
