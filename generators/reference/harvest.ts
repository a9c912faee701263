import type { Contract, MediaType } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json } from '../../core/source/json.ts';

/** Values inside values, so deep at most; a recursive example says the same again below. */
const deepest = 12;

/** Values for named schemas, taken from the examples of the bodies and messages in which they occur; the first of each. */
export function harvestedExamples(contract: Contract): ReadonlyMap<SchemaName, Json> {
  const found = new Map<SchemaName, Json>();
  const { schemas } = contract;
  for (const [schema, value] of examplesIn(contract)) harvest(schema, value, { schemas, found }, 0);
  return found;
}

interface Harvest {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly found: Map<SchemaName, Json>;
}

function harvest(schema: Schema, value: Json, context: Harvest, depth: number): void {
  if (depth > deepest) return;
  const inside = (part: Schema | undefined, of: Json | undefined) => {
    if (part !== undefined && of !== undefined) harvest(part, of, context, depth + 1);
  };
  if (schema.ref !== undefined && !context.found.has(schema.ref)) {
    context.found.set(schema.ref, value);
    inside(context.schemas.get(schema.ref), value);
  }
  for (const part of schema.allOf ?? []) {
    // The value of the whole is no example of a named part: it has members that the part knows nothing of.
    const target = part.ref === undefined ? part : context.schemas.get(part.ref);
    inside(target, value);
  }
  if (isArray(value)) inside(schema.items, value[0]);
  if (!isObject(value)) return;
  for (const [name, property] of schema.properties ?? []) if (Object.hasOwn(value, name)) inside(property, value[name]);
}

function* examplesIn(contract: Contract): Generator<readonly [Schema, Json]> {
  for (const schema of contract.schemas.values()) for (const { value } of schema.examples) yield [schema, value];
  if (contract.kind === 'event') {
    for (const { headers, payload, examples } of contract.messages) {
      for (const example of examples) {
        if (headers !== undefined && example.headers?.value !== undefined) yield [headers, example.headers.value];
        if (payload !== undefined && example.payload?.value !== undefined) yield [payload, example.payload.value];
      }
    }
    return;
  }
  for (const { requestBody, responses, parameters } of contract.operations) {
    for (const media of [...(requestBody?.content ?? []), ...responses.flatMap(({ content }) => content)])
      yield* examplesOf(media);
    for (const { schema, examples } of parameters) {
      for (const { value } of examples) if (schema !== undefined && value !== undefined) yield [schema, value];
    }
  }
}

function* examplesOf({ schema, examples }: MediaType): Generator<readonly [Schema, Json]> {
  for (const { value } of examples) if (schema !== undefined && value !== undefined) yield [schema, value];
}
