import type { Schema } from '../../contract/schema.ts';
import type { Acceptance } from './accept.ts';
import type { Scope } from './claim.ts';

/**
 * What `part`, applied to a value under `root`, requires, without what does not travel: for a validator that has no
 * notion of direction.
 */
export function letOff(
  part: Schema,
  root: Schema,
  scope: Scope,
  acceptance: Acceptance,
): Pick<Schema, 'required' | 'dependentRequired'> {
  const { required, dependentRequired } = part;
  if (acceptance.direction === undefined) return { required, dependentRequired };
  const travels = (name: string) => !acceptance.mayBeMissing(name, root, scope);
  return {
    required: required?.filter(travels),
    dependentRequired:
      dependentRequired && new Map([...dependentRequired].map(([name, all]) => [name, all.filter(travels)])),
  };
}
