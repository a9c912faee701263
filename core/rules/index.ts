import { structureRules } from '../structure/index.ts';
import { ai2textRules } from './ai2text/index.ts';
import { asyncApiRules } from './asyncapi/index.ts';
import { crossRules } from './cross/index.ts';
import { exampleRules } from './examples/index.ts';
import { openApiRules } from './openapi/index.ts';
import { readingRules } from './reading.ts';
import type { Rule, RuleInfo } from './rule.ts';

/** The rules that look at one contract, in the order in which they run. */
export const contractRules: readonly Rule[] = [...openApiRules, ...asyncApiRules, ...exampleRules, ...ai2textRules];

/** Every rule there is: what `rules` lists and `explain` explains. */
export const allRules: readonly RuleInfo[] = [...readingRules, ...structureRules, ...contractRules, ...crossRules];

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): RuleInfo | undefined {
  return byId.get(id);
}

export { crossRules };
