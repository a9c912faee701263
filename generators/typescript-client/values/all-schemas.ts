import type { Contract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import { rootsOf } from '../../typescript/types/directions.ts';
import { subSchemas } from '../../typescript/types/sub-schemas.ts';

/** Every schema of the contract that is printed as a type, those inside others included. */
export function allSchemas(contract: Contract): readonly Schema[] {
  const { input, output } = rootsOf(contract);
  const found = new Set<Schema>();
  for (const root of [...contract.schemas.values(), ...input, ...output]) visit(root, (schema) => found.add(schema));
  return [...found];
}

/** A schema and all that it holds, without what it refers to. `see` may refuse to look further inside. */
export function visit(schema: Schema, see: (schema: Schema) => unknown): void {
  if (see(schema) === false) return;
  for (const inner of subSchemas(schema)) visit(inner, see);
}

/** The named schemas that hold, or lead to, a schema for which `holds` is true; `enter` says where to look. */
export function namesReaching(
  contract: Contract,
  holds: (schema: Schema) => boolean,
  enter: (schema: Schema) => boolean = () => true,
): ReadonlySet<SchemaName> {
  const users = new Map<SchemaName, SchemaName[]>();
  const reaching = new Set<SchemaName>();
  const pending: SchemaName[] = [];
  for (const [name, root] of contract.schemas) {
    visit(root, (schema) => {
      if (!enter(schema)) return false;
      if (holds(schema)) pending.push(name);
      if (schema.ref !== undefined) users.set(schema.ref, [...(users.get(schema.ref) ?? []), name]);
      return true;
    });
  }
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reaching.has(name)) continue;
    reaching.add(name);
    pending.push(...(users.get(name) ?? []));
  }
  return reaching;
}
