import type { EventContract } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import { allSchemas } from '../../contract/walk.ts';
import { eventRule } from './support/event-rule.ts';

export const eventDiscriminatorRequired = eventRule(
  {
    id: 'event-discriminator-required',
    severity: 'error',
    summary: 'A discriminator names a required property.',
    why: 'The value of that property decides which schema a message follows. A message without it could not be told apart.',
    fix: 'Define the property in the schema and list it under required.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Schema Object, discriminator',
  },
  (document, report) => {
    for (const schema of allSchemas(document.contract)) {
      const name = schema.discriminator?.propertyName;
      if (schema.discriminator === undefined || name === undefined) continue;
      const problem = missing(document.contract, schema, name);
      if (problem === undefined) continue;
      report({
        location: schema.discriminator.location,
        message: `The property ${JSON.stringify(name)}, which tells the schemas apart, is not ${problem}. Define it and list it under required.`,
      });
    }
  },
);

function missing(contract: EventContract, schema: Schema, name: string): string | undefined {
  if (!holds(contract, schema, (part) => part.properties?.has(name) === true)) return 'defined here';
  if (!holds(contract, schema, (part) => part.required?.includes(name) === true)) return 'required';
  return undefined;
}

/** True when the schema itself, or a schema that holds together with it, passes; of alternatives, all have to. */
function holds(
  contract: EventContract,
  schema: Schema,
  test: (part: Schema) => boolean,
  known = new Map<Schema, boolean>(),
): boolean {
  const answer = known.get(schema);
  if (answer !== undefined) return answer;
  // A schema that leads back to itself adds nothing on the second pass.
  known.set(schema, false);
  const deeper = (part: Schema): boolean => holds(contract, part, test, known);
  const target = schema.ref === undefined ? undefined : contract.schemas.get(schema.ref);
  const result =
    test(schema) ||
    (target !== undefined && deeper(target)) ||
    schema.allOf?.some(deeper) === true ||
    [schema.oneOf, schema.anyOf].some((branches) => branches?.every(deeper) === true);
  known.set(schema, result);
  return result;
}
