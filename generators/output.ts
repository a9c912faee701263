/** What a generator run does to an output folder: plan it, check it, write it. */
export { checkOutput, type OutputProblem } from './output/check.ts';
export { type FileHashes, hashesOfFiles, isCurrent } from './output/current.ts';
export { manifestName } from './output/manifest.ts';
export { type OutputPlan, type OutputRequest, planOutput } from './output/plan.ts';
export { planWrite, type WriteOptions, writeOutput } from './output/write.ts';
