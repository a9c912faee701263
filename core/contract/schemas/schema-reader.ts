import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Node } from '../../source/node.ts';
import type { References } from '../references.ts';
import type { Schema, SchemaName } from '../schema.ts';
import { dialectOf, features, type SchemaDialect } from './dialects.ts';
import type { Kit } from './keywords/kit.ts';
import { readSchema } from './read-schema.ts';
import { SchemaNames } from './schema-names.ts';

export interface SchemaReaderOptions {
  readonly references: References;
  readonly dialect: SchemaDialect;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The root of the entry document. */
  readonly entry: Node;
  /** Told of every schema that is read, subschemas included. */
  readonly seen?: (node: Node) => void;
}

interface Waiting {
  readonly name: SchemaName;
  readonly node: Node;
  readonly dialect: SchemaDialect;
}

/**
 * Reads the schemas of one contract. What a reference names is put in a queue and read once, so neither long chains of
 * references nor cycles cost stack or time.
 */
export class SchemaReader {
  readonly #options: SchemaReaderOptions;
  readonly #names = new SchemaNames();
  readonly #kits = new Map<SchemaDialect, Kit>();
  readonly #declared = new Map<SchemaName, Node>();
  readonly #queue: Waiting[] = [];
  readonly #schemas = new Map<SchemaName, Schema>();
  readonly #ends = new Map<string, Node | undefined>();
  #settled = true;

  constructor(options: SchemaReaderOptions) {
    this.#options = options;
  }

  /** Registers a component schema under its own name: call it for every component before anything is read. */
  declare(name: SchemaName, node: Node): void {
    if (!this.#names.claim(name, node)) return;
    this.#declared.set(name, node);
    this.#settled = false;
  }

  /** Reads the schema at `node`; a `$ref` in it stays a name, and its target is read later, once. */
  read(node: Node, dialect: SchemaDialect = this.#options.dialect): Schema {
    this.#settle();
    return readSchema(node, this.#kitFor(dialectOf(node, dialect, false)));
  }

  /** Reads whatever is declared or referenced until nothing is left: declared schemas in order, then others as met. */
  finish(): ReadonlyMap<SchemaName, Schema> {
    this.#settle();
    // The queue grows while it is read.
    for (const { name, node, dialect } of this.#queue) {
      this.#schemas.set(name, readSchema(node, this.#kitFor(dialectOf(node, dialect, true))));
    }
    this.#queue.length = 0;
    return this.#schemas;
  }

  /**
   * A component that only refers to a place without a name of its own, such as a file of its own, lends it its name.
   * One that refers to another component is an alias: references to it go to the other at once.
   */
  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    const { dialect } = this.#options;
    for (const [name, node] of this.#declared) {
      if (this.#schemas.has(name)) continue;
      const end = this.#isAlias(node) ? this.#endOf(node, '$ref') : node;
      const lent = end !== undefined && end !== node && this.#names.of(end) === undefined;
      if (lent) this.#names.alias(name, end);
      this.#queue.push({ name, node: lent ? end : node, dialect });
    }
    this.#declared.clear();
  }

  #kitFor(dialect: SchemaDialect): Kit {
    const known = this.#kits.get(dialect);
    if (known !== undefined) return known;
    const kit: Kit = {
      features: features[dialect],
      unevaluated: features[dialect].draft2020 && this.#options.entry.source.text.includes('unevaluated'),
      seen: this.#options.seen ?? (() => {}),
      read: (node) => {
        const own = dialectOf(node, dialect, false);
        return readSchema(node, own === dialect ? kit : this.#kitFor(own));
      },
      nameOf: (node, keyword) => {
        const target = this.#endOf(node, keyword);
        return target === undefined ? undefined : this.#nameFor(target, dialect);
      },
      nameOfValue: (node) => this.#nameOfValue(node, dialect),
    };
    this.#kits.set(dialect, kit);
    return kit;
  }

  /**
   * Where the reference under `keyword` ends, past components that are nothing but references. These are remembered with
   * their end, so that a row of them is walked once and not once for each.
   */
  #endOf(node: Node, keyword: '$ref' | '$dynamicRef'): Node | undefined {
    const passed = this.#isAlias(node) ? [node.place] : [];
    const goesOn = (target: Node): boolean => {
      const { place } = target;
      if (!this.#isAlias(target) || this.#ends.has(place)) return false;
      passed.push(place);
      return true;
    };
    const last = this.#options.references.followWhile(node, 'schema', keyword, goesOn);
    const place = last === undefined ? '' : last.place;
    const end = this.#ends.has(place) ? this.#ends.get(place) : last;
    for (const each of passed) this.#ends.set(each, end);
    return end;
  }

  #nameFor(target: Node, dialect: SchemaDialect): SchemaName {
    const known = this.#names.of(target);
    if (known !== undefined) return known;
    const name = this.#names.invent(target);
    this.#queue.push({ name, node: target, dialect });
    return name;
  }

  /** OpenAPI 3.1.1, 4.8.25: a value that is the name of a component means that component, any other is a reference. */
  #nameOfValue(node: Node, dialect: SchemaDialect): SchemaName | undefined {
    const { value } = node;
    if (typeof value !== 'string') return undefined;
    const { references, entry } = this.#options;
    const shelf = dialect === 'openapi-2.0' ? entry.get('definitions') : entry.get('components')?.get('schemas');
    const component = shelf?.get(value);
    if (component !== undefined) {
      references.use(component, node, 'schema');
      const end = this.#isAlias(component) ? this.#endOf(component, '$ref') : component;
      return end === undefined ? undefined : this.#nameFor(end, dialect);
    }
    if (!references.leadsSomewhere(value, node) && isBareName(value)) {
      this.#reportUnknown(node, value);
      return undefined;
    }
    const target = references.target(value, node, 'schema');
    return target === undefined ? undefined : this.#nameFor(target, dialect);
  }

  #reportUnknown(node: Node, value: string): void {
    this.#options.report({
      rule: 'discriminator-target',
      severity: 'error',
      message: `No component schema is named ${JSON.stringify(value)}. Add it, or write a reference such as "#/components/schemas/Name".`,
      location: node.location(),
    });
  }

  /** True for a target that is nothing but another reference. In 2020-12 siblings of `$ref` have a meaning of their own. */
  readonly #isAlias = (node: Node): boolean => {
    if (node.string('$ref') === undefined) return false;
    return !features[this.#options.dialect].refSiblings || Object.keys(node.value as object).length === 1;
  };
}

/** As component names are written; a reference to a file or a fragment has a slash, a hash or an extension. */
function isBareName(value: string): boolean {
  return !/[/#]|\.(?:json|ya?ml)$/i.test(value);
}
