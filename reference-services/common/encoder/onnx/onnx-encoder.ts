import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ConfigurationError } from '../../config.ts';
import type { Encoder } from '../encoder.ts';
import { batchesOf, type Tokens } from './batches.ts';
import { type ModelDescription, readModelFolder } from './model-folder.ts';
import { type ModelOutput, poolMeans } from './pooling.ts';
import type { ExecutionProvider } from './provider.ts';

export interface OnnxOptions {
  readonly folder: string;
  readonly provider?: ExecutionProvider;
  /** How many tokens are computed at once, padding included; 8,192 when left out. */
  readonly tokenBudget?: number;
  /** The variable that names the folder, for sentences about it. */
  readonly variable?: string;
}

export interface OnnxEncoder extends Encoder {
  readonly kind: 'onnx';
  readonly provider: ExecutionProvider;
  close(): Promise<void>;
}

/** A sentence encoder: any model of the BERT kind whose tokens' vectors are averaged, as sentence-transformers exports it. */
export async function openOnnxEncoder(options: OnnxOptions): Promise<OnnxEncoder> {
  const { folder, provider = 'cpu', tokenBudget = 8_192, variable = 'ENCODER_MODEL_DIR' } = options;
  const { modelFile, tokenizer: tokenizerFile, tokenizerConfig, description } = readModelFolder(folder, variable);
  const tokenizer = new Tokenizer(tokenizerFile, tokenizerConfig);
  const session = await InferenceSession.create(modelFile, { executionProviders: [provider] }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConfigurationError([
        `${variable} names "${folder}", whose model cannot be loaded on ${provider}: ${reason}`,
      ]);
    },
  );
  const { id, name, version, maxTokens } = description;
  const unknown = session.inputNames.filter((input) => !inputs.has(input));
  if (unknown.length > 0) {
    const list = new Intl.ListFormat('en').format(unknown);
    throw new ConfigurationError([`${variable} names "${folder}", whose model asks for ${list}, which no text has.`]);
  }
  // Only a run tells how many components the vectors have.
  const [first] = await encode(['a']);
  const dimensions = first?.length ?? 0;
  return {
    ...{ id, name, version, maxTokens, dimensions, provider, kind: 'onnx', encode },
    truncates: (text, purpose = 'query') => tokensOf(prefixOf(description, purpose) + text).length > maxTokens,
    close: () => session.release(),
  };

  async function encode(
    texts: readonly string[],
    { signal, purpose = 'query' }: Parameters<Encoder['encode']>[1] = {},
  ): Promise<readonly Float32Array[]> {
    const all = texts.map((text, place) => ({
      place,
      ids: cut(tokensOf(prefixOf(description, purpose) + text), maxTokens),
    }));
    const vectors: Float32Array[] = [];
    for (const batch of batchesOf(all, tokenBudget)) {
      signal?.throwIfAborted();
      const pooled = poolMeans(
        await run(batch),
        batch.map(({ ids }) => ids.length),
      );
      for (const [index, vector] of pooled.entries()) vectors[batch[index]?.place ?? 0] = vector;
    }
    return vectors;
  }

  function tokensOf(text: string): readonly number[] {
    return tokenizer.encode(text).ids;
  }

  async function run(batch: readonly Tokens[]): Promise<ModelOutput> {
    const longest = Math.max(...batch.map(({ ids }) => ids.length));
    const dims = [batch.length, longest];
    const feeds = session.inputNames.map((input) => {
      const at = inputs.get(input) ?? (() => 0);
      const values = batch.flatMap(({ ids }) => Array.from({ length: longest }, (_, place) => BigInt(at(ids, place))));
      return [input, new Tensor('int64', BigInt64Array.from(values), dims)] as const;
    });
    const outputs = await session.run(Object.fromEntries(feeds));
    const output = outputs[session.outputNames[0] ?? ''];
    if (output === undefined || !(output.data instanceof Float32Array)) {
      throw new ConfigurationError([`${variable} names "${folder}", whose model does not answer with 32-bit floats.`]);
    }
    return { data: output.data, dims: output.dims };
  }
}

/** What models of the BERT kind ask for, by the place of each token; a place behind the text's end is padding. */
const inputs: ReadonlyMap<string, (ids: readonly number[], place: number) => number> = new Map([
  ['input_ids', (ids: readonly number[], place: number) => ids[place] ?? 0],
  ['attention_mask', (ids: readonly number[], place: number) => (place < ids.length ? 1 : 0)],
  ['token_type_ids', () => 0],
]);

/** What is too long loses its end, except the last token, which says that the text ends. */
function cut(ids: readonly number[], maxTokens: number): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
}

function prefixOf({ queryPrefix, passagePrefix }: ModelDescription, purpose: 'query' | 'passage'): string {
  return purpose === 'query' ? queryPrefix : passagePrefix;
}
