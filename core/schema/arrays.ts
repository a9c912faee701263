import type { Schema } from '../contract/schema.ts';
import { isArray, isObject, type Json, type JsonArray } from '../source/json.ts';
import { plural } from './describe.ts';
import { evaluate } from './evaluate.ts';
import type { Visit } from './visit.ts';

export function checkArray(value: JsonArray, schema: Schema, visit: Visit): void {
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && value.length < minItems) {
    visit.violate(schema, 'minItems', () => `must have at least ${plural(minItems, 'item')}, but has ${value.length}`);
  }
  if (maxItems !== undefined && value.length > maxItems) {
    visit.violate(schema, 'maxItems', () => `must have at most ${plural(maxItems, 'item')}, but has ${value.length}`);
  }
  if (schema.uniqueItems) checkUnique(value, schema, visit);
  checkItems(value, schema, visit);
  if (schema.contains !== undefined) checkContains(value, schema, schema.contains, visit);
}

function checkItems(value: JsonArray, schema: Schema, visit: Visit): void {
  const prefix = schema.prefixItems ?? [];
  const upTo = schema.items === undefined ? Math.min(prefix.length, value.length) : value.length;
  for (let i = 0; i < upTo; i++) {
    const item = prefix[i] ?? schema.items;
    if (item !== undefined) evaluate(value[i] as Json, item, visit.child(String(i), item));
  }
  visit.evaluated?.addItemsUpTo(upTo);
}

function checkContains(value: JsonArray, schema: Schema, contains: Schema, visit: Visit): void {
  const { minContains = 1, maxContains } = schema;
  let count = 0;
  value.forEach((item, i) => {
    const trial = visit.child(String(i), contains).trial();
    evaluate(item, contains, trial);
    if (trial.violations.failed) return;
    count++;
    visit.evaluated?.addItem(i);
  });
  if (count < minContains) {
    const keyword = schema.minContains === undefined ? 'contains' : 'minContains';
    visit.violate(
      schema,
      keyword,
      () => `must have at least ${plural(minContains, 'item')} that "contains" accepts, but has ${count}`,
    );
  }
  if (maxContains !== undefined && count > maxContains) {
    visit.violate(
      schema,
      'maxContains',
      () => `must have at most ${plural(maxContains, 'item')} that "contains" accepts, but has ${count}`,
    );
  }
}

function checkUnique(value: JsonArray, schema: Schema, visit: Visit): void {
  const seen = new Map<string, number>();
  value.forEach((item, i) => {
    const text = canonical(item);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, i);
    else visit.violate(schema, 'uniqueItems', () => `must not repeat an item, but items ${first} and ${i} are equal`);
  });
}

/** The same text for values that JSON Schema calls equal. Comparing every pair would be slow for long arrays. */
function canonical(value: Json): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join()}}`;
}
