import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';

/** A step from a schema to one that holds for a part of the value. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  /** Members that no property names. */
  | { readonly kind: 'values' }
  | { readonly kind: 'items' }
  | { readonly kind: 'item'; readonly index: number };

export type Path = readonly Step[];

/** `/items/[]/name`: where in the value, with `[]` for each item and `{}` for each member without a name. */
export function printPath(path: Path): string {
  return path.map((step) => `/${printStep(step)}`).join('');
}

function printStep(step: Step): string {
  switch (step.kind) {
    case 'property':
      return step.name.replaceAll('~', '~0').replaceAll('/', '~1');
    case 'values':
      return '{}';
    case 'items':
      return '[]';
    case 'item':
      return String(step.index);
  }
}

/** A schema that asks for `inner` at `step` and for nothing else. `known` are the names that `values` does not cover. */
export function under(step: Step, inner: Schema, known: Iterable<string> = []): Schema {
  const outer = emptySchema(inner.location);
  const anything = { ...emptySchema(inner.location), always: true };
  switch (step.kind) {
    case 'property':
      outer.properties = new Map([[step.name, inner]]);
      break;
    case 'values':
      outer.properties = new Map([...known].map((name) => [name, anything]));
      outer.additionalProperties = inner;
      break;
    case 'items':
      outer.items = inner;
      break;
    case 'item':
      outer.prefixItems = [...Array.from({ length: step.index }, () => anything), inner];
      break;
  }
  return outer;
}
