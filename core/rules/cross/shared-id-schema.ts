import type { Contract } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import { allSchemas } from '../../contract/walk.ts';
import type { Location } from '../../diagnostics/location.ts';
import { toJsonSchema } from '../../schema/to-json-schema.ts';
import { jsonEqual } from '../../source/json.ts';
import type { ContractAt, CrossRule } from './cross-rule.ts';

export const sharedIdSchema: CrossRule = {
  id: 'shared-id-schema',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'An identifier such as recordingId refers to one schema in all contracts.',
  why: 'Identifiers are what joins the services. Two descriptions of one drift apart, and then one service refuses what another has issued.',
  fix: 'Describe the identifier once in a shared file, and refer to it from every contract.',
  check(contracts, report) {
    const usesByName = Map.groupBy(contracts.flatMap(usesIn), ({ name }) => name);
    for (const [name, uses] of usesByName) {
      const agreed = mostUsed(uses);
      if (agreed === undefined) continue;
      const place = identityOf(agreed);
      for (const { target, location } of uses) {
        if (identityOf(target) === place || isNullableCopy(target, agreed)) continue;
        const message = `"${name}" is described here again, apart from ${place}, which other contracts use. Refer to that schema.`;
        const related = [{ message: 'The schema that others use.', location: agreed.location }];
        report({ location, message, related });
      }
    }
  },
};

/** A property or parameter that holds an identifier. */
interface IdUse {
  readonly name: string;
  readonly path: string;
  readonly location: Location;
  /** The schema that describes it: what its reference leads to, or itself. */
  readonly target: Schema;
}

function usesIn({ path, contract }: ContractAt): readonly IdUse[] {
  const uses: IdUse[] = [];
  const add = (name: string, schema: Schema): void => {
    const single = /^[a-z][A-Za-z0-9]*Id$/.test(name) ? name : undefined;
    const plural = /^[a-z][A-Za-z0-9]*Ids$/.test(name) ? name.slice(0, -1) : undefined;
    const value = plural === undefined ? schema : schema.items;
    const known = single ?? plural;
    if (known === undefined || value === undefined) return;
    uses.push({ name: known, path, location: schema.location, target: described(value, contract) });
  };
  for (const { properties } of allSchemas(contract)) for (const [name, schema] of properties ?? []) add(name, schema);
  if (contract.kind !== 'http') return uses;
  for (const { name, schema } of contract.operations.flatMap(({ parameters }) => parameters)) {
    if (schema !== undefined) add(name, schema);
  }
  return uses;
}

/** Behind references, and behind a union with null. */
function described(schema: Schema, contract: Contract): Schema {
  const passed = new Set<Schema>();
  let at = schema;
  while (!passed.has(at)) {
    passed.add(at);
    const branches = [...(at.anyOf ?? []), ...(at.oneOf ?? [])].filter(({ ref }) => ref !== undefined);
    const next =
      at.ref === undefined ? (branches.length === 1 ? branches[0] : undefined) : contract.schemas.get(at.ref);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** The schema that most contracts use; undefined where only one contract knows the identifier. */
function mostUsed(uses: readonly IdUse[]): Schema | undefined {
  if (new Set(uses.map(({ path }) => path)).size < 2) return undefined;
  const byTarget = [...Map.groupBy(uses, ({ target }) => identityOf(target)).values()];
  const weights = byTarget.map((group) => new Set(group.map(({ path }) => path)).size);
  return byTarget[weights.indexOf(Math.max(...weights))]?.[0]?.target;
}

/** OpenAPI 3.0 cannot add null to a schema that it refers to, so a copy that is the same but for null has to do. */
function isNullableCopy(schema: Schema, original: Schema): boolean {
  if (schema.types?.includes('null') !== true) return false;
  const withoutNull = { ...schema, types: schema.types.filter((type) => type !== 'null') };
  return jsonEqual(toJsonSchema(withoutNull), toJsonSchema(original));
}

function identityOf({ location }: Schema): string {
  return `${location.source.path}#${location.pointer}`;
}
