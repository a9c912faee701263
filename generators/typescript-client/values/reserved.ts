import { brandTypeName } from '../../typescript/types/value-types.ts';
import { valuesImport } from './received-values.ts';
import type { ValuePlan } from './value-plan.ts';

/** Names that no schema or operation may have, because generated code means something else by them. */
export function reservedFor(plan: ValuePlan | undefined): readonly string[] {
  if (plan === undefined) return [];
  const ofValues = plan.converts ? ['Date', valuesImport] : [];
  return plan.branded.size > 0 ? [...ofValues, brandTypeName, 'brandedId', 'TypeError'] : ofValues;
}
