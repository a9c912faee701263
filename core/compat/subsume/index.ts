export { Meanings } from './meanings.ts';
export { type Side, type SubsumeOptions, Subsumption } from './subsumption.ts';
