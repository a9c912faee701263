import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';

/** A step from a schema to one that holds for a part of the value. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  /** Members that no property names. */
  | { readonly kind: 'values' }
  | { readonly kind: 'items' }
  | { readonly kind: 'item'; readonly index: number };

const longest = 40;
const atEachEnd = 10;

/** Where in a value: one object for each place below a root. It knows only the last step, as paths may be very long. */
export class Path {
  readonly length: number;
  /** Tells paths from the same root apart. */
  readonly id: number;
  readonly #outer: Path | undefined;
  readonly #token: string;
  #inner: Map<string, Path> | undefined;

  readonly #count: { paths: number };

  private constructor(outer: Path | undefined, token: string) {
    this.#count = outer === undefined ? { paths: 0 } : outer.#count;
    this.id = this.#count.paths++;
    this.#outer = outer;
    this.#token = token;
    this.length = outer === undefined ? 0 : outer.length + 1;
  }

  static root(): Path {
    return new Path(undefined, '');
  }

  to(step: Step): Path {
    const token = printStep(step);
    const known = this.#inner?.get(token);
    if (known !== undefined) return known;
    const made = new Path(this, token);
    this.#inner ??= new Map();
    this.#inner.set(token, made);
    return made;
  }

  /** `/items/[]/name`: with `[]` for each item and `{}` for each member without a name. */
  toString(): string {
    return print(this.#tokens());
  }

  /** The same for people, who learn nothing from hundreds of steps. */
  get shown(): string {
    if (this.length <= longest) return this.toString();
    const tokens = this.#tokens();
    const left = `/…${this.length - 2 * atEachEnd} steps…`;
    return `${print(tokens.slice(0, atEachEnd))}${left}${print(tokens.slice(-atEachEnd))}`;
  }

  #tokens(): readonly string[] {
    const tokens: string[] = [];
    for (let at: Path = this; at.#outer !== undefined; at = at.#outer) tokens.push(at.#token);
    return tokens.reverse();
  }
}

function print(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token}`).join('');
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
