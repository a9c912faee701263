export { type Side, type SubsumeOptions, Subsumption } from './subsumption.ts';
