import type { FieldView, SchemaView, TypePart } from './schema-view.ts';

/** What a schema says itself on top of what it refers to and combines: all of it holds. */
export function mergeViews(parts: readonly SchemaView[], own: SchemaView, required: readonly string[]): SchemaView {
  if (parts.length === 0) return own;
  const all = [...parts, own];
  const fields = mergeFields(all.flatMap((view) => view.fields));
  const needed = new Set(required);
  const last = <T>(pick: (view: SchemaView) => T | undefined): T | undefined =>
    all.map(pick).findLast((value) => value !== undefined);
  return {
    type: typeOf(parts, own),
    named: parts.length === 1 ? parts[0]?.named : undefined,
    facts: distinct(all.flatMap((view) => view.facts)),
    allowed: last((view) => (view.allowed.length === 0 ? undefined : view.allowed)) ?? [],
    default: last((view) => view.default),
    examples: last((view) => (view.examples.length === 0 ? undefined : view.examples)) ?? [],
    description: own.description ?? (parts.length === 1 ? parts[0]?.description : undefined),
    deprecated: all.some((view) => view.deprecated),
    readOnly: all.some((view) => view.readOnly),
    writeOnly: all.some((view) => view.writeOnly),
    fields: fields.map((field) => (needed.has(field.name) ? { ...field, required: true } : field)),
    choices: all.flatMap((view) => view.choices),
    more: last((view) => view.more),
  };
}

/** One part gives its name. Several with members are an object together, others what the first calls itself. */
function typeOf(parts: readonly SchemaView[], own: SchemaView): readonly TypePart[] {
  const types = [...parts, own].map(({ type }) => type).filter((type) => type.length > 0);
  if (parts.length === 1 && own.fields.length === 0) return parts[0]?.type.length ? parts[0].type : own.type;
  const isObject = [...parts, own].some(({ fields, more }) => fields.length > 0 || more !== undefined);
  return isObject ? ['object'] : (types[0] ?? []);
}

/** Later parts say more about a member that earlier ones have. */
function mergeFields(fields: readonly FieldView[]): FieldView[] {
  const merged = new Map<string, FieldView>();
  for (const field of fields) {
    const key = `${field.kind} ${field.name}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? field : mergeField(before, field));
  }
  return [...merged.values()];
}

function mergeField(before: FieldView, after: FieldView): FieldView {
  const { name, kind } = before;
  const view = mergeViews([before], after, []);
  return { ...view, name, kind, required: before.required || after.required };
}

function distinct<T>(values: readonly T[]): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
