import type { Rule } from '../rule.ts';
import { defaultMatchesSchema } from './default-matches-schema.ts';
import { enumMatchesType } from './enum-matches-type.ts';
import { exampleMatchesSchema } from './example-matches-schema.ts';

/** The rules about values that a contract shows. */
export const exampleRules: readonly Rule[] = [exampleMatchesSchema, defaultMatchesSchema, enumMatchesType];
