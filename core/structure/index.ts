export { checkStructure } from './check-structure.ts';
export { structureRules } from './structure-rules.ts';
