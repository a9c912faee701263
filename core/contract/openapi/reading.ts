import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Node } from '../../source/node.ts';
import type { ReadContext } from '../context.ts';
import type { WrittenObject } from '../model.ts';
import { PlaceMap } from '../place-map.ts';
import type { FragmentKind, References } from '../references.ts';
import { dialectNamed, type SchemaDialect } from '../schemas/dialects.ts';
import { SchemaReader } from '../schemas/schema-reader.ts';

/** Callbacks inside callbacks, or headers inside headers, beyond which nobody means what is written. */
const deepest = 100;

/** What the readers of one OpenAPI document share. */
export class Reading {
  readonly root: Node;
  readonly line: string;
  readonly references: References;
  readonly schemas: SchemaReader;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly #objects = new PlaceMap<FragmentKind, WrittenObject>();
  readonly #known = new PlaceMap<FragmentKind, unknown>();
  readonly #open = new Set<string>();

  constructor({ root, dialect, references, report }: ReadContext) {
    this.root = root;
    this.line = dialect.line;
    this.references = references;
    this.report = report;
    const seen = (node: Node): void => this.record('schema', node);
    this.schemas = new SchemaReader({ references, dialect: schemaDialect(this.line, root), report, entry: root, seen });
  }

  /** 3.1 gave references a summary and a description of their own, and path items a place among the components. */
  get isModern(): boolean {
    return this.line === '3.1' || this.line === '3.2';
  }

  /** Every object read so far, each place once. */
  get objects(): readonly WrittenObject[] {
    return [...this.#objects.values];
  }

  /** Keeps an object as it was written; `reference` is what led to it where it does not stand in its place. */
  record(kind: FragmentKind, node: Node, reference?: Node): void {
    const known = this.#objects.get(kind, node);
    if (known !== undefined && (known.reference === undefined || reference !== undefined)) return;
    this.#objects.set(kind, node, { kind, node, reference });
  }

  /**
   * Reads what stands at `node`, or behind its `$ref`, once for all who refer to it. Undefined for a broken reference,
   * for what is no object, and for an object that is met again inside itself.
   */
  behind<T>(node: Node, kind: FragmentKind, read: (target: Node) => T): T | undefined {
    const target = this.references.follow(node, kind);
    if (target === undefined || !target.isObject) return undefined;
    this.record(kind, target, target === node ? undefined : node);
    // Each kind has one reader, so what it kept is what it returns.
    if (this.#known.has(kind, target)) return this.#known.get(kind, target) as T;
    const key = `${kind} ${target.place}`;
    if (this.#open.has(key) || this.#open.size > deepest) return undefined;
    this.#open.add(key);
    const value = read(target);
    this.#open.delete(key);
    this.#known.set(kind, target, value);
    return value;
  }
}

/** A description beside `$ref` replaces the one behind it, since 3.1. */
export function withOwnDescription<T extends { readonly description: string | undefined }>(
  value: T,
  node: Node,
  reading: Reading,
): T {
  const description = reading.isModern && node.has('$ref') ? node.string('description') : undefined;
  return description === undefined ? value : { ...value, description };
}

function schemaDialect(line: string, root: Node): SchemaDialect {
  if (line === '2.0') return 'openapi-2.0';
  if (line === '3.0') return 'openapi-3.0';
  return dialectNamed(root.string('jsonSchemaDialect')) ?? 'json-schema-2020-12';
}
