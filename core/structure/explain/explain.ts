import { isArray, isObject } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { MetaSchema, MetaSchemaObject } from '../meta-schema.ts';
import { explainChoices } from './choices.ts';
import { withoutConsequences } from './consequences.ts';
import { append, type Fault } from './fault.ts';
import { KnownKeys } from './keys.ts';
import { explainList } from './list.ts';
import { explainMapping } from './mapping.ts';
import { explainScalar, fitsType } from './scalar.ts';

/** Evaluations before the explanation stops where it is: it is for people, and a longer list helps none of them. */
const patience = 3_000_000;

/**
 * Why `node` breaks the meta-schema: at each broken place the one fault that tells most. A validator's own errors are of
 * little use for that: under `oneOf` and `if` they come from every branch, also from those that were never meant.
 */
export function explain(root: MetaSchemaObject, schema: MetaSchema, node: Node): Fault[] {
  return withoutConsequences(new Explanation(root).of(schema, node));
}

/** One run over one document: the schema to resolve `$ref`s in, and how much patience is left. */
export class Explanation {
  readonly #root: MetaSchemaObject;
  readonly #resolved = new Map<string, MetaSchema>();
  #steps = 0;

  constructor(root: MetaSchemaObject) {
    this.#root = root;
  }

  /** The faults of `node` under `schema`; `keys` collects what the schema knows about the keys of this very object. */
  of(schema: MetaSchema, node: Node, collector?: KnownKeys): Fault[] {
    if (schema === true || ++this.#steps > patience) return [];
    if (schema === false) return [{ kind: 'forbidden', node, beside: undefined }];
    if (schema.type !== undefined && !fitsType(schema.type, node.value)) {
      return [{ kind: 'type', node, expected: [schema.type].flat() }];
    }
    const keys = collector ?? (schema.unevaluatedProperties === undefined ? undefined : new KnownKeys());
    const faults: Fault[] = [];
    if (schema.$ref !== undefined) append(faults, this.of(this.resolve(schema.$ref), node, keys));
    if (isArray(node.value)) append(faults, explainList(this, schema, node));
    else if (!isObject(node.value)) append(faults, explainScalar(schema, node));
    append(faults, explainChoices(this, schema, node, keys));
    if (isObject(node.value)) append(faults, explainMapping(this, schema, node, keys));
    return faults;
  }

  /** The schema behind any number of `$ref`s that stand alone. */
  resolve(reference: string): MetaSchema {
    let schema = this.#resolved.get(reference);
    if (schema === undefined) {
      schema = lookUp(this.#root, reference);
      this.#resolved.set(reference, schema);
    }
    return schema;
  }
}

function lookUp(root: MetaSchemaObject, reference: string): MetaSchema {
  let found: unknown = root;
  for (const token of reference.replace(/^#\//, '').split('/')) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, token) : undefined;
  }
  if (found === undefined) throw new Error(`The meta-schema has no ${reference}.`);
  // What stands at a reference inside a meta-schema is a schema.
  return found as MetaSchema;
}
