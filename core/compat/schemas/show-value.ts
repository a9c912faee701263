import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Json } from '../../source/json.ts';
import type { Witness } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { SchemaPair } from './compare-schemas.ts';
import type { Place } from './place.ts';

/** Two schemas at one place of a value. */
export interface Meeting {
  readonly before: Schema;
  readonly after: Schema;
  readonly place: Place;
  /** Of the whole value. */
  readonly wholes: { readonly before: Schema; readonly after: Schema };
}

interface Options {
  readonly from: 'old' | 'new';
  readonly pair: SchemaPair;
  readonly comparison: Comparison;
  /** Set where the value is a property of what stands at the place. */
  readonly propertyName?: string;
}

/** Deeper values are not searched for. */
const deepest = 100;

/** A whole legal value with `value` in it, which the other version does not know, though its schemas may accept it. */
export function showValue(value: Json, { place, wholes }: Meeting, options: Options): Witness | undefined {
  const { from, pair, comparison, propertyName } = options;
  if (place.path.length > deepest || !comparison.mayAsk()) return undefined;
  const [accepting, other] = from === 'old' ? [wholes.before, wholes.after] : [wholes.after, wholes.before];
  const made = emptySchema(other.location);
  const unknown = { ...made, not: { ...made, enum: [value] } };
  const here = propertyName === undefined ? unknown : { ...made, properties: new Map([[propertyName, unknown]]) };
  const claim = place.fromRoot(here);
  const answer = comparison.subsumption(from, pair).decide(accepting, claim);
  if (answer.kind !== 'witness') return undefined;
  const { part, name } = pair;
  return { part, name, answer, acceptedBy: from, accepting, refusing: { ...made, allOf: [other, claim] } };
}
