import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Location } from '../../core/diagnostics/location.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { NameScope, typeName } from '../typescript/names.ts';
import { unsupported } from '../unsupported.ts';

/** What differs between the kinds of documents that are prepared. */
export interface PreparedForm {
  /** What a reference to a named schema starts with. */
  readonly shelf: string;
  /** Whether items by their place are `prefixItems`; draft 7 wrote `items` as a list. */
  readonly prefixItems: boolean;
}

const openApiForm: PreparedForm = { shelf: '#/components/schemas/', prefixItems: true };

/** What the printers of one prepared document share: safe names, the components, and the findings. */
export class Preparing {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly form: PreparedForm;
  readonly #names: ReadonlyMap<SchemaName, string>;
  readonly #scope = new NameScope();
  readonly #report: (diagnostic: Diagnostic) => void;
  /** Inline schemas that got a name of their own. */
  readonly #hoisted = new Map<string, JsonObject>();

  constructor(
    schemas: ReadonlyMap<SchemaName, Schema>,
    report: (diagnostic: Diagnostic) => void,
    form: PreparedForm = openApiForm,
  ) {
    this.schemas = schemas;
    this.form = form;
    this.#report = report;
    this.#names = new Map([...schemas.keys()].map((name) => [name, this.newName(name)]));
  }

  get hoisted(): ReadonlyMap<string, JsonObject> {
    return this.#hoisted;
  }

  nameOf(name: SchemaName): string {
    const safe = this.#names.get(name);
    if (safe === undefined) throw new Error(`The model has no schema ${JSON.stringify(name)}.`);
    return safe;
  }

  reference(name: SchemaName): JsonObject {
    return { $ref: `${this.form.shelf}${this.nameOf(name)}` };
  }

  /** Gives a variant a name: emitters name types by it, and some forget the properties of one without. */
  hoist(hint: string, schema: JsonObject): JsonObject {
    const name = this.newName(hint);
    this.#hoisted.set(name, schema);
    return { $ref: `${this.form.shelf}${name}` };
  }

  /** A name that no schema has yet, with a letter in front: some emitters strip what else makes a digit an identifier. */
  newName(hint: string): string {
    return this.#scope.unique(typeName(hint).replace(/^_*(?=\d)/, 'Type'));
  }

  leaveOut(what: string, location: Location, message: string): void {
    this.#report(unsupported(what, location, message));
  }
}

/** Without members that are undefined. */
export function members(entries: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
