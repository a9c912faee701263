import type { HttpContract } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';

/** Parts of one schema beyond which nothing is claimed: no contract has them, and looking costs time for each schema. */
const most = 2_000;

/** The schema and all that must hold with it: what it refers to and its `allOf`, however deep. Cycles end by themselves. */
function composed(schema: Schema, contract: HttpContract): ReadonlySet<Schema> {
  const parts = new Set([schema]);
  // A set that grows while it is walked: new members come later.
  for (const part of parts) {
    if (parts.size > most) break;
    const target = part.ref === undefined ? undefined : contract.schemas.get(part.ref);
    if (target !== undefined) parts.add(target);
    for (const each of part.allOf ?? []) parts.add(each);
  }
  return parts;
}

/** True when a part of the schema, or each of its alternatives, fulfils `holds`. */
export function everyAlternative(schema: Schema, contract: HttpContract, holds: (part: Schema) => boolean): boolean {
  return alternativesHold(schema, contract, holds, new Set());
}

function alternativesHold(
  schema: Schema,
  contract: HttpContract,
  holds: (part: Schema) => boolean,
  passed: Set<Schema>,
): boolean {
  if (passed.has(schema) || passed.size > most) return true;
  passed.add(schema);
  const parts = [...composed(schema, contract)];
  if (parts.length > most || parts.some(holds)) return true;
  return parts.some(({ oneOf, anyOf }) => {
    const alternatives = oneOf ?? anyOf;
    return alternatives?.every((each) => alternativesHold(each, contract, holds, passed)) === true;
  });
}
