import type { Settings } from '../config.ts';
import type { Encoder } from './encoder.ts';
import { createHashingEncoder } from './hashing-encoder.ts';
import { type ExecutionProvider, executionProviders } from './onnx/provider.ts';

export type EncoderConfig =
  | { readonly kind: 'hashing' }
  | { readonly kind: 'onnx'; readonly folder: string; readonly provider: ExecutionProvider };

/** Every service that encodes must be given the same: only vectors of one model can be compared. */
export function readEncoderConfig(settings: Settings): EncoderConfig {
  const folder = settings.optional('ENCODER_MODEL_DIR');
  const provider = settings.oneOf('ENCODER_PROVIDER', executionProviders, 'cpu');
  return folder === undefined ? { kind: 'hashing' } : { kind: 'onnx', folder, provider };
}

/** The runtime of ONNX is large, so it is loaded only where it is used. */
export async function openEncoder(config: EncoderConfig): Promise<Encoder> {
  if (config.kind === 'hashing') return createHashingEncoder();
  const { openOnnxEncoder } = await import('./onnx/onnx-encoder.ts');
  return openOnnxEncoder(config);
}
