import type { Schema } from '../../../core/contract/schema.ts';
import { kindsOf } from './kinds.ts';
import { type Part, restOf, type Schemas, stemOf } from './parts.ts';
import { tagOf } from './tag.ts';

/**
 * All schemas that speak of one value: behind references, in every part and every branch. Where a tag tells the branches of
 * a union apart only one of them speaks at a time, so there are several such sets.
 */
export class Alternatives {
  readonly #schemas: Schemas;
  readonly #staysOnWire: (schema: Schema) => boolean;
  readonly #choices = new WeakMap<readonly Schema[], Choice>();

  constructor({
    schemas,
    staysOnWire,
  }: { readonly schemas: Schemas; readonly staysOnWire: (schema: Schema) => boolean }) {
    this.#schemas = schemas;
    this.#staysOnWire = staysOnWire;
  }

  /** What a schema is combined from, each part by itself. */
  within(schema: Schema): readonly (readonly Part[])[] {
    const target = schema.ref === undefined ? undefined : this.#schemas.get(schema.ref);
    const always = [stemOf(schema), ...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
    const unions = [schema.oneOf, schema.anyOf].filter((branches) => branches !== undefined);
    const choices = unions.map((branches) => this.#choice(branches, schema));
    let count = 0;
    const own = (one: Schema): Part => ({ schema: one, onWire: false, from: new Set([count++]) });
    const parts = always.map(own);
    for (const { others } of choices) parts.push(...others.map(own));
    const objects = choices.map((choice) => choice.objects.map(own)).filter((all) => all.length > 0);
    return this.#combine(this.of(parts), objects, new Set());
  }

  /** The schemas of properties without one of their own, each by itself. */
  inRest(schema: Schema): readonly (readonly Part[])[] {
    return this.of(restOf(schema).map((rest, i) => ({ schema: rest, onWire: false, from: new Set([i]) })));
  }

  /** What several parts are combined from, each with the origin of its part. */
  of(parts: readonly Part[]): readonly (readonly Part[])[] {
    return this.#resolve(parts, new Set());
  }

  #resolve(parts: readonly Part[], above: ReadonlySet<Schema>): readonly (readonly Part[])[] {
    const flat: Part[] = [];
    const choices: (readonly Part[])[] = [];
    const seen = new Map<string, Set<Schema>>();
    const add = (given: Part): void => {
      const { schema, from } = given;
      const onWire = given.onWire || this.#staysOnWire(schema);
      const origin = `${[...from].join(',')} ${onWire}`;
      const known = seen.get(origin) ?? new Set();
      seen.set(origin, known);
      if (known.has(schema) || above.has(schema)) return;
      known.add(schema);
      flat.push({ schema, onWire, from });
      const target = schema.ref === undefined ? undefined : this.#schemas.get(schema.ref);
      for (const one of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) {
        add({ schema: one, onWire, from });
      }
      for (const branches of [schema.oneOf, schema.anyOf]) {
        if (branches === undefined) continue;
        const { objects, others } = this.#choice(branches, schema);
        for (const one of others) add({ schema: one, onWire, from });
        if (objects.length > 0) choices.push(objects.map((one) => ({ schema: one, onWire, from })));
      }
    };
    for (const part of parts) add(part);
    return this.#combine([flat], choices, new Set([...above, ...flat.map(({ schema }) => schema)]));
  }

  /** Each set with each choice; too many are put together in one, which can only find more to disagree. */
  #combine(
    sets: readonly (readonly Part[])[],
    choices: readonly (readonly Part[])[],
    above: ReadonlySet<Schema>,
  ): readonly (readonly Part[])[] {
    let all = sets;
    for (const choice of choices) {
      const more = choice.flatMap((part) => this.#resolve([part], above));
      const product = all.length * more.length;
      all =
        product > mostSets
          ? [[...all.flat(), ...more.flat()]]
          : all.flatMap((set) => more.map((one) => [...set, ...one]));
    }
    return all;
  }

  #choice(branches: readonly Schema[], parent: Schema): Choice {
    const known = this.#choices.get(branches);
    if (known !== undefined) return known;
    const objects = branches.filter((branch) => kindsOf(branch, this.#schemas).has('object'));
    const tagged = objects.length > 1 && tagOf(branches, parent, this.#schemas) !== undefined;
    const choice = tagged
      ? { objects, others: branches.filter((branch) => !objects.includes(branch)) }
      : { objects: [], others: branches };
    this.#choices.set(branches, choice);
    return choice;
  }
}

const mostSets = 100;

interface Choice {
  /** Of these one counts. */
  readonly objects: readonly Schema[];
  readonly others: readonly Schema[];
}
