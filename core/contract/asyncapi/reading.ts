import type { Node } from '../../source/node.ts';
import type { ReadContext } from '../context.ts';
import type { Message, WrittenObject } from '../model.ts';
import { PlaceMap } from '../place-map.ts';
import type { FragmentKind } from '../references.ts';
import { SchemaReader } from '../schemas/schema-reader.ts';
import { MergeBudget } from './merge.ts';

/** The state of reading one document, shared by the readers of its objects. */
export class Reading {
  readonly context: ReadContext;
  readonly schemas: SchemaReader;
  readonly mergeBudget = new MergeBudget();
  /** Every message read so far. */
  readonly messages: Message[] = [];
  /** AsyncAPI 2.x, where traits win over what they are applied to. */
  readonly isV2: boolean;
  readonly defaultContentType: string;
  readonly #objects = new PlaceMap<FragmentKind, WrittenObject>();
  readonly #results = new PlaceMap<string, unknown>();

  constructor(context: ReadContext) {
    const { root, references, report } = context;
    this.context = context;
    this.isV2 = context.dialect.line.startsWith('2.');
    this.defaultContentType = root.string('defaultContentType') ?? 'application/json';
    this.schemas = new SchemaReader({ references, dialect: 'json-schema-draft-07', report, entry: root });
  }

  get objects(): readonly WrittenObject[] {
    return [...this.#objects.values];
  }

  /** What stands at `node`, behind its references; undefined for a broken reference and for anything but a mapping. */
  reach(node: Node, kind: FragmentKind): Node | undefined {
    const end = this.context.references.follow(node, kind);
    if (end === undefined || !end.isObject) return undefined;
    const known = this.#objects.get(kind, end);
    const inPlace = end === node;
    if (known === undefined || (inPlace && known.reference !== undefined)) {
      this.#objects.set(kind, end, { kind, node: end, reference: inPlace ? undefined : node });
    }
    return end;
  }

  /** Where one step of a reference leads; the node itself when it is none. */
  step(node: Node, kind: FragmentKind): Node | undefined {
    return this.context.references.followWhile(node, kind, '$ref', () => false);
  }

  /** Reads the object at `node` once, however many references lead to it. */
  once<T>(what: string, node: Node, read: () => T): T {
    // A name of `what` always stands for one type of result.
    if (this.#results.has(what, node)) return this.#results.get(what, node) as T;
    const result = read();
    this.#results.set(what, node, result);
    return result;
  }
}
