import type { Schema } from '../contract/schema.ts';
import { isArray, isObject, type Json } from '../source/json.ts';
import { evaluate } from './evaluate.ts';
import { notAllowed } from './objects.ts';
import type { Visit } from './visit.ts';

/** `unevaluatedProperties` and `unevaluatedItems`: what no other keyword of the schema has spoken for. */
export function checkUnevaluated(value: Json, schema: Schema, visit: Visit): void {
  if (isObject(value) && schema.unevaluatedProperties !== undefined) {
    const rest = schema.unevaluatedProperties;
    for (const name of Object.keys(value)) {
      if (visit.evaluated?.hasProperty(name)) continue;
      const child = visit.child(name, rest);
      if (rest.always === false) child.violate(schema, 'unevaluatedProperties', notAllowed(name));
      else evaluate(value[name] as Json, rest, child);
    }
    visit.evaluated?.addAllProperties();
  }
  if (isArray(value) && schema.unevaluatedItems !== undefined) {
    const rest = schema.unevaluatedItems;
    value.forEach((item, i) => {
      if (visit.evaluated?.hasItem(i)) return;
      const child = visit.child(String(i), rest);
      if (rest.always === false)
        child.violate(schema, 'unevaluatedItems', () => 'must not be there: no item is allowed at this index');
      else evaluate(item, rest, child);
    });
    visit.evaluated?.addItemsUpTo(value.length);
  }
}
