import type { Schema } from '../../core/contract/schema.ts';
import type { SchemaView } from './schema-view.ts';
import { typeOrAny } from './type-text.ts';

/** A schema taken apart into what its value is, and the rest of what it says. */
interface Nullable {
  /** Undefined where `null` is no alternative, or more than one other is left. */
  readonly value: Schema | undefined;
  readonly rest: Schema;
}

/** `anyOf: [X, null]`, as many tools write an optional value: readers want to be told of X. */
export function withoutNull(schema: Schema): Nullable {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const options = schema[keyword] ?? [];
    const values = options.filter(({ types }) => types?.join() !== 'null');
    const [value] = values;
    if (value !== undefined && values.length === 1 && options.length === 2)
      return { value, rest: { ...schema, [keyword]: undefined } };
  }
  return { value: undefined, rest: schema };
}

export function orNull(view: SchemaView): SchemaView {
  return { ...view, type: [...typeOrAny(view), ' | null'] };
}
