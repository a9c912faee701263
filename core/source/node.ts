import type { Location } from '../diagnostics/location.ts';
import { isArray, isObject, type Json } from './json.ts';
import { escapeToken } from './pointer.ts';
import type { Part, Source } from './source.ts';

/**
 * A value at its place in a source: the cursor that readers walk with. Its accessors answer with nothing where a value
 * is missing or of the wrong type, so that a reader copes with every document by construction; that the type is wrong
 * is reported by the structure check.
 */
export class Node {
  readonly source: Source;
  readonly value: Json;
  readonly parent: Node | undefined;
  /** The key or index under the parent; empty for a root. */
  readonly key: string;
  #pointer: string | undefined;
  #place: string | undefined;

  private constructor(source: Source, value: Json, parent: Node | undefined, key: string) {
    this.source = source;
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  static root(source: Source): Node {
    return new Node(source, source.value, undefined, '');
  }

  /** The same place with another value: what a reader makes of several texts, such as an object and its traits. */
  withValue(value: Json): Node {
    return new Node(this.source, value, this.parent, this.key);
  }

  get pointer(): string {
    this.#pointer ??= this.parent === undefined ? '' : `${this.parent.pointer}/${escapeToken(this.key)}`;
    return this.#pointer;
  }

  /** One text for each place in the world. */
  get place(): string {
    this.#place ??= `${this.source.path}#${this.pointer}`;
    return this.#place;
  }

  /** `best` marks a scalar itself and a collection by its key. */
  location(part: Part = 'best'): Location {
    return this.source.at(this, part);
  }

  get isObject(): boolean {
    return isObject(this.value);
  }

  get isArray(): boolean {
    return isArray(this.value);
  }

  has(key: string): boolean {
    return isObject(this.value) && Object.hasOwn(this.value, key);
  }

  /** The member of a mapping or the item of a sequence, own properties only. */
  get(key: string | number): Node | undefined {
    const { value } = this;
    if (isArray(value)) {
      const index = Number(key);
      const item = value[index];
      return item === undefined || String(index) !== String(key)
        ? undefined
        : new Node(this.source, item, this, String(key));
    }
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    return new Node(this.source, value[key] as Json, this, String(key));
  }

  /** The members of a mapping in document order; none for anything else. */
  entries(): Array<[string, Node]> {
    const { value } = this;
    if (!isObject(value)) return [];
    return Object.keys(value).map((key) => [key, new Node(this.source, value[key] as Json, this, key)]);
  }

  /** The items of a sequence; none for anything else. */
  items(): Node[] {
    const { value } = this;
    if (!isArray(value)) return [];
    return value.map((item, i) => new Node(this.source, item, this, String(i)));
  }

  string(key: string): string | undefined {
    const value = this.#own(key);
    return typeof value === 'string' ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#own(key);
    return typeof value === 'number' ? value : undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.#own(key);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** The strings of the sequence at `key`; items of other types are left out. */
  strings(key: string): string[] {
    const value = this.#own(key);
    return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  /** The value at `key` as it stands. */
  json(key: string): Json | undefined {
    return this.#own(key);
  }

  #own(key: string): Json | undefined {
    return isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }
}
