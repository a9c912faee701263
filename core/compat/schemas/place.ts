import type { Schema } from '../../contract/schema.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../source/json.ts';
import { Path, type Step, under } from './path.ts';

/** A place in the value that two schemas speak about, and how it is reached from the root. */
export class Place {
  readonly path: Path;
  readonly #outer: Outer | undefined;

  private constructor(path: Path, outer: Outer | undefined) {
    this.path = path;
    this.#outer = outer;
  }

  static root(path = Path.root()): Place {
    return new Place(path, undefined);
  }

  /** One step further in. `sender` is what holds here, around it. */
  inside(step: Step, sender: Schema, wrap = (claim: Schema): Schema => under(step, claim)): Place {
    return new Place(this.path.to(step), { place: this, sender, step, wrap });
  }

  /** The same place, where claims come with a condition. */
  given(wrap: (claim: Schema) => Schema): Place {
    return new Place(this.path, { place: this, sender: undefined, step: undefined, wrap });
  }

  /** A claim about the value here as one about the whole value. */
  fromRoot(claim: Schema): Schema {
    let wrapped = claim;
    for (let outer = this.#outer; outer !== undefined; outer = outer.place.#outer) wrapped = outer.wrap(wrapped);
    return wrapped;
  }

  /** The same without the conditions, for values that are known to be refused: it names the reason and nothing else. */
  bluntly(claim: Schema): Schema {
    let wrapped = claim;
    for (let outer = this.#outer; outer !== undefined; outer = outer.place.#outer) {
      if (outer.step !== undefined) wrapped = outer.wrap(wrapped);
    }
    return wrapped;
  }

  /** A whole value with `inner` here, put into a sample of each schema on the way; undefined where that is not so simple. */
  lift(inner: Json, sample: (schema: Schema) => Json | undefined): Json | undefined {
    let value: Json | undefined = inner;
    for (let outer = this.#outer; outer !== undefined && value !== undefined; outer = outer.place.#outer) {
      if (outer.sender !== undefined) value = put(value, outer.step, sample(outer.sender));
    }
    return value;
  }
}

type Outer = { readonly place: Place; readonly wrap: (claim: Schema) => Schema } & (
  | { readonly sender: Schema; readonly step: Step }
  | { readonly sender: undefined; readonly step: undefined }
);

function put(value: Json, step: Step, around: Json | undefined): Json | undefined {
  switch (step.kind) {
    case 'property':
      return isObject(around) ? withMember(around, step.name, value) : undefined;
    case 'values':
      return isObject(around)
        ? withMember(around, Object.hasOwn(around, 'extra') ? 'other' : 'extra', value)
        : undefined;
    case 'items':
      return isArray(around) ? [...around.slice(0, -1), value] : undefined;
    case 'item':
      if (!isArray(around) || around.length < step.index) return undefined;
      return [...around.slice(0, step.index), value, ...around.slice(step.index + 1)];
  }
}

function withMember(around: JsonObject, name: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(around), [name, value]]);
}
