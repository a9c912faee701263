/** What a model is computed by, as `onnxruntime-node` calls it. */
export const executionProviders = ['cpu', 'cuda', 'webgpu'] as const;
export type ExecutionProvider = (typeof executionProviders)[number];
