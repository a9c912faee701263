import type { Contract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { NameScope } from '../../typescript/names.ts';
import { DirectCycles } from '../../typescript/types/direct-cycles.ts';
import { type Shape, shapesOf } from '../../typescript/types/directions.ts';
import { unsupported } from '../../unsupported.ts';
import { className } from '../names.ts';
import type { Direction, ModelContext, Registry } from './context.ts';
import { expand, isPlainReference, leafOf, saysType } from './expand.ts';
import { type ModelClass, modelClass } from './model-class.ts';
import { anyType, identity, type TypeNode } from './type-node.ts';
import { admittedTypes, expandedType, isClass } from './type-of.ts';

export interface Declared {
  readonly name: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}
export interface DeclaredClass extends Declared, ModelClass {}
export interface DeclaredAlias extends Declared {
  readonly type: TypeNode;
}

/** The classes and aliases of a contract: the named schemas, and those that turn up while types are made. */
export class Models implements Registry {
  readonly classes = new Map<string, DeclaredClass>();
  readonly aliases = new Map<string, DeclaredAlias>();
  readonly #contract: Contract;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #scope = new NameScope(namesInUse);
  readonly #shapes: ReadonlyMap<SchemaName, Shape>;
  readonly #names = new Map<string, string>();
  readonly #cycles: DirectCycles;
  readonly #hoisted = new Map<string, string>();
  readonly #leafIds = new Map<Schema, number>();

  constructor(contract: Contract, report: (diagnostic: Diagnostic) => void) {
    this.#contract = contract;
    this.#report = report;
    this.#shapes = shapesOf(contract);
    this.#cycles = new DirectCycles(contract.schemas);
    const names = [...contract.schemas.keys()];
    for (const name of names) this.#names.set(`output ${name}`, this.#scope.unique(className(name)));
    for (const name of names) {
      if (this.#shapes.get(name) === 'pair')
        this.#names.set(`input ${name}`, this.#scope.unique(className(`${name} input`)));
    }
    for (const name of names) for (const direction of this.#directions(name)) this.#registerClass(name, direction);
    for (const name of names) for (const direction of this.#directions(name)) this.#declare(name, direction);
  }

  /** A context for types outside the models; inline objects are named after `hint`. */
  context(direction: Direction, hint: string): ModelContext {
    const { schemas } = this.#contract;
    return { schemas, direction, report: this.#report, registry: this, hint, owner: undefined, depth: 0 };
  }

  reference(name: SchemaName, context: ModelContext): TypeNode {
    const target = this.#contract.schemas.get(name);
    if (target === undefined) return anyType;
    const declared = this.#nameOf(name, context.direction);
    const cut = context.owner !== undefined && this.#cycles.isCut(context.owner, name);
    if (!cut || this.#isClass(target, name)) return { kind: 'model', name: declared };
    const message = `"${name}" is defined through itself without an object or array between, which Python refuses. The type holds what "${name}" adds without its branches; break the circle to be exact.`;
    context.report(unsupported('recursion', target.location, message));
    return expandedType({ leaves: [leafOf(target)], sets: [] }, target, context);
  }

  get schemas(): Contract['schemas'] {
    return this.#contract.schemas;
  }

  hoistClass(leaves: readonly Schema[], context: ModelContext, make: () => ModelClass): TypeNode {
    const key = this.#keyOf(leaves, context.direction);
    const known = this.#hoisted.get(key);
    if (known !== undefined) return { kind: 'model', name: known };
    const name = this.#freeName(context);
    this.#hoisted.set(key, name);
    const [first] = leaves;
    this.#addClass(name, first, make);
    return { kind: 'model', name };
  }

  hoistAlias(type: TypeNode, schema: Schema, context: ModelContext): TypeNode {
    const key = identity(type);
    const known = this.#hoisted.get(key);
    if (known !== undefined) return { kind: 'model', name: known };
    const name = this.#freeName(context);
    this.#hoisted.set(key, name);
    this.aliases.set(name, { name, description: schema.description, deprecated: schema.deprecated, type });
    return { kind: 'model', name };
  }

  #declare(name: SchemaName, direction: Direction): void {
    const schema = this.#contract.schemas.get(name);
    if (schema === undefined) return;
    const declared = this.#nameOf(name, direction);
    const context = { ...this.context(direction, declared), owner: name };
    const expanded = expand(schema, this.#contract.schemas, name);
    if (this.#isClass(schema, name)) {
      this.#addClass(declared, schema, () => modelClass(expanded.leaves, { ...context, owner: undefined }));
      return;
    }
    const type = isPlainReference(schema)
      ? this.reference(schema.ref, context)
      : expandedType(expanded, schema, context);
    const { description = schema.title, deprecated } = schema;
    this.aliases.set(declared, { name: declared, description, deprecated, type });
  }

  #addClass(name: string, schema: Schema | undefined, make: () => ModelClass): void {
    const about = {
      name,
      description: schema?.description ?? schema?.title,
      deprecated: schema?.deprecated ?? false,
    };
    // Its place is taken first: what it mentions is declared after it.
    this.classes.set(name, { ...about, fields: [], extra: undefined });
    this.classes.set(name, { ...about, ...make() });
  }

  #registerClass(name: SchemaName, direction: Direction): void {
    const schema = this.#contract.schemas.get(name);
    if (schema === undefined || !this.#isClass(schema, name)) return;
    const key = this.#keyOf(expand(schema, this.#contract.schemas, name).leaves, direction);
    for (const way of this.#shapes.get(name) === 'pair' ? [key] : [key, key.replace(/^\w+/, otherOf(direction))]) {
      if (!this.#hoisted.has(way)) this.#hoisted.set(way, this.#nameOf(name, direction));
    }
  }

  #isClass(schema: Schema, name: SchemaName): boolean {
    if (isPlainReference(schema)) return false;
    const { leaves, sets } = expand(schema, this.#contract.schemas, name);
    const types = admittedTypes(leaves);
    const isObject = types?.length === 1 && types[0] === 'object';
    return (
      isObject &&
      sets.length === 0 &&
      isClass(leaves) &&
      leaves.every((leaf) => leaf.enum === undefined && leaf.always === undefined)
    );
  }

  #directions(name: SchemaName): readonly Direction[] {
    const shape = this.#shapes.get(name);
    if (shape === 'pair') return ['output', 'input'];
    return [shape === 'input' ? 'input' : 'output'];
  }

  #nameOf(name: SchemaName, direction: Direction): string {
    const declared = this.#names.get(`${direction} ${name}`) ?? this.#names.get(`output ${name}`);
    if (declared === undefined) throw new Error(`The contract has no schema ${JSON.stringify(name)}`);
    return declared;
  }

  #freeName({ hint, owner, direction }: ModelContext): string {
    const wanted = className(hint);
    const isOwner = owner !== undefined && this.#nameOf(owner, direction) === wanted;
    return this.#scope.unique(isOwner ? className(`${hint} object`) : wanted);
  }

  /** Leaves that say nothing of their own make no difference. */
  #keyOf(leaves: readonly Schema[], direction: Direction): string {
    const telling = leaves.filter((leaf) => leaf.required !== undefined || saysType({ ...leaf, types: undefined }));
    const ids = telling.map((leaf) => {
      const id = this.#leafIds.get(leaf) ?? this.#leafIds.size;
      this.#leafIds.set(leaf, id);
      return id;
    });
    return `${direction} ${ids.sort((a, b) => a - b).join(' ')}`;
  }
}

function otherOf(direction: Direction): Direction {
  return direction === 'input' ? 'output' : 'input';
}

/** What the module of the models imports. */
const namesInUse = [
  ...['Annotated', 'Any', 'AwareDatetime', 'Base64', 'Binary', 'ConfigDict', 'Discriminator', 'Field', 'Literal'],
  ...['Model', 'Nullable', 'Tag', 'TypeAlias', 'TypeAliasType', 'UUID'],
];
