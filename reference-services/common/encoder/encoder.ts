/** Turns texts into vectors whose dot product says how alike the texts are. */
export interface Encoder {
  /** Identifier of the model: `mdl_` and a ULID. */
  readonly id: string;
  /** Only vectors of the same model and version can be compared. */
  readonly version: string;
  readonly name: string;
  readonly kind: 'hashing' | 'onnx';
  readonly dimensions: number;
  /** How many tokens of a text it reads; `null` when it reads texts of any length. */
  readonly maxTokens: number | null;
  /** What it is computed by, where that can be chosen. */
  readonly provider?: string;
  /** One vector of length 1 for each text, in their order. */
  encode(texts: readonly string[], options?: EncodeOptions): Promise<readonly Float32Array[]>;
  /** Whether a text is longer than what is read of it; one that reads all of any text has no such member. */
  readonly truncates?: (text: string, purpose?: EncodeOptions['purpose']) => boolean;
}

export interface EncodeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether the texts search or are searched; some encoders treat the two differently. */
  readonly purpose?: 'query' | 'passage';
}
