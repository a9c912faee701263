import type { Schema } from '../../contract/schema.ts';
import { allSchemas } from '../../contract/walk.ts';
import { httpRule } from './http-rule.ts';

export const schemaBoundsPossible = httpRule({
  id: 'schema-bounds-possible',
  severity: 'warning',
  summary: 'The lower bound of a schema is not above its upper bound.',
  why: 'No value fulfils such a schema: every request is refused and no response is ever right.',
  fix: 'Correct one of the bounds.',
  reference: 'JSON Schema 2020-12, Validation, 6',
  check(contract, report) {
    for (const schema of allSchemas(contract)) {
      for (const { lower, upper, strict } of boundsOf(schema)) {
        const [low, high] = [schema[lower], schema[upper]];
        if (low === undefined || high === undefined || low < high || (low === high && !strict)) continue;
        const message = `No value has ${lower} ${low} and ${upper} ${high}. Correct one of the two.`;
        report({ location: schema.location, message });
      }
    }
  },
});

type Bound =
  | 'minimum'
  | 'exclusiveMinimum'
  | 'maximum'
  | 'exclusiveMaximum'
  | `${'min' | 'max'}${'Length' | 'Items' | 'Properties' | 'Contains'}`;

interface Pair {
  readonly lower: Bound;
  readonly upper: Bound;
  /** Whether equal bounds leave nothing. */
  readonly strict: boolean;
}

const counts: readonly Pair[] = (['Length', 'Items', 'Properties', 'Contains'] as const).map((what) => ({
  lower: `min${what}`,
  upper: `max${what}`,
  strict: false,
}));

function boundsOf(schema: Schema): readonly Pair[] {
  const lower = schema.exclusiveMinimum === undefined ? 'minimum' : 'exclusiveMinimum';
  const upper = schema.exclusiveMaximum === undefined ? 'maximum' : 'exclusiveMaximum';
  return [{ lower, upper, strict: lower !== 'minimum' || upper !== 'maximum' }, ...counts];
}
