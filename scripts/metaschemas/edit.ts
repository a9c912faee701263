import { isRecord, type Published } from './prepare.ts';

/** The object at a path of keys; an error when the published schema no longer has it, so that no repair gets lost. */
export function at(schema: Published, ...path: readonly string[]): Published {
  let found: unknown = schema;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  if (!isRecord(found)) throw new Error(`The published meta-schema has nothing at ${path.join('/')}.`);
  return found;
}

/** Applies `change` to every object inside `value`, the innermost first. */
export function everywhere(value: unknown, change: (schema: Published) => Published): unknown {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change));
  if (!isRecord(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, everywhere(member, change)])));
}
