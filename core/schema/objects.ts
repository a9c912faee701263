import type { Schema } from '../contract/schema.ts';
import type { Json, JsonObject } from '../source/json.ts';
import { describe, plural } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { mayBeMissing } from './one-way-properties.ts';
import type { Visit } from './visit.ts';

export function checkObject(value: JsonObject, schema: Schema, visit: Visit): void {
  const names = Object.keys(value);
  checkCount(names.length, schema, visit);
  checkRequired(value, schema, visit);
  if (schema.propertyNames !== undefined) checkNames(names, schema.propertyNames, visit);
  for (const name of names) checkProperty(name, value[name] as Json, schema, visit);
  for (const [name, dependent] of schema.dependentSchemas ?? []) {
    if (Object.hasOwn(value, name)) evaluate(value, dependent, visit.deeper());
  }
}

function checkCount(count: number, schema: Schema, visit: Visit): void {
  const { minProperties, maxProperties } = schema;
  if (minProperties !== undefined && count < minProperties) {
    visit.violate(
      schema,
      'minProperties',
      () => `must have at least ${plural(minProperties, 'property')}, but has ${count}`,
    );
  }
  if (maxProperties !== undefined && count > maxProperties) {
    visit.violate(
      schema,
      'maxProperties',
      () => `must have at most ${plural(maxProperties, 'property')}, but has ${count}`,
    );
  }
}

function checkRequired(value: JsonObject, schema: Schema, visit: Visit): void {
  for (const name of schema.required ?? []) {
    if (Object.hasOwn(value, name) || mayBeMissing(name, visit)) continue;
    visit.violate(schema, 'required', () => `must have the property ${describe(name)}`);
  }
  for (const [present, wanted] of schema.dependentRequired ?? []) {
    if (!Object.hasOwn(value, present)) continue;
    for (const name of wanted) {
      if (Object.hasOwn(value, name) || mayBeMissing(name, visit)) continue;
      visit.violate(
        schema,
        'dependentRequired',
        () => `must have the property ${describe(name)}, because it has ${describe(present)}`,
      );
    }
  }
}

function checkNames(names: readonly string[], schema: Schema, visit: Visit): void {
  for (const name of names) {
    // A name is a value of its own: a reference followed for the object may be followed anew for it.
    const trial = visit.child(name, schema).trial(1);
    evaluate(name, schema, trial);
    if (!trial.violations.failed) continue;
    const why = trial.violations.list[0]?.message ?? '';
    visit.child(name, schema).violate(schema, 'propertyNames', () => `has a name that is not allowed: it ${why}`);
  }
}

function checkProperty(name: string, value: Json, schema: Schema, visit: Visit): void {
  const { properties, patternProperties, additionalProperties } = schema;
  let matched = false;
  const property = properties?.get(name);
  if (property !== undefined) {
    matched = true;
    evaluate(value, property, visit.child(name, property));
  }
  for (const [pattern, matching] of patternProperties ?? []) {
    if (!visit.check.budget.patterns.matches(pattern, name)) continue;
    matched = true;
    evaluate(value, matching, visit.child(name, matching));
  }
  if (!matched && additionalProperties !== undefined) {
    matched = true;
    const child = visit.child(name, additionalProperties);
    if (additionalProperties.always === false) child.violate(schema, 'additionalProperties', notAllowed(name));
    else evaluate(value, additionalProperties, child);
  }
  if (matched) visit.evaluated?.addProperty(name);
}

export function notAllowed(name: string): () => string {
  return () => `must not be there: the schema has no property ${describe(name)} and allows no others`;
}
