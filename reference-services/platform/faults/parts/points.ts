import { createHashingEncoder } from '../../../common/encoder/hashing-encoder.ts';
import { openVectors } from '../../../common/vectors/config.ts';
import type { VectorPoint } from '../../../common/vectors/vector-index.ts';
import { type Stage, tenant } from './stage.ts';

const page = 1_000;

/** Every point of the index, read from its files as another process. */
export async function allPoints({ workspace }: Pick<Stage, 'workspace'>): Promise<readonly VectorPoint[]> {
  const { id: modelId, version: modelVersion, dimensions } = createHashingEncoder();
  const config = { kind: 'lancedb', folder: workspace.path('vectors') } as const;
  const { index, setAside } = await openVectors(config, { modelId, modelVersion, dimensions }, () => undefined);
  try {
    if (setAside !== undefined) throw new Error(`The index was damaged: ${setAside.reason}`);
    const points: VectorPoint[] = [];
    for (;;) {
      const after = points.at(-1)?.id;
      const some = await index.scroll({ filter: { tenantId: tenant }, limit: page, ...(after && { after }) });
      points.push(...some);
      if (some.length < page) return points;
    }
  } finally {
    await index.close();
  }
}
