import { accessRules } from './access-rules.ts';
import { bindingRules } from './binding-rules.ts';
import { bodyRules } from './body-rules.ts';
import { eventRules } from './event-rules.ts';
import { noteRules } from './note-rules.ts';
import { operationRules } from './operation-rules.ts';
import { parameterRules } from './parameter-rules.ts';
import type { CompatRuleInfo } from './rule.ts';
import { schemaRules } from './schema-rules.ts';

/** Every rule of the comparison: the protocol first, then what schemas say. */
export const compatRules: readonly CompatRuleInfo[] = [
  ...operationRules,
  ...parameterRules,
  ...bodyRules,
  ...accessRules,
  ...eventRules,
  ...bindingRules,
  ...noteRules,
  ...schemaRules,
];

const byId: ReadonlyMap<string, CompatRuleInfo> = new Map(compatRules.map((rule) => [rule.id, rule]));

export function compatRule(id: string): CompatRuleInfo | undefined {
  return byId.get(id);
}
