import type { Contract, EventContract } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import { allSchemas } from '../../contract/walk.ts';
import { httpSamples } from './http-samples.ts';
import type { Sample } from './sample.ts';

/** Every example of the contract with the schema that it must match. The same pair may come more than once. */
export function* samplesOf(contract: Contract): Generator<Sample> {
  for (const schema of describedSchemas(contract)) {
    for (const { value, location } of schema.examples) yield eitherWay(schema, { value, location }, false);
  }
  if (contract.kind === 'event') yield* messageSamples(contract);
  else yield* httpSamples(contract);
}

/** The defaults of all schemas. AsyncAPI says of a default that it must conform, OpenAPI's tools live with some that do not. */
export function* defaultsOf(contract: Contract): Generator<Sample> {
  for (const schema of describedSchemas(contract)) {
    if (schema.default !== undefined) yield eitherWay(schema, schema.default, contract.kind === 'event');
  }
}

/** All but the channel parameters of AsyncAPI 3.x: these have no schema in the text, and a rule of their own. */
function describedSchemas(contract: Contract): readonly Schema[] {
  if (contract.kind === 'http' || contract.dialect.line.startsWith('2.')) return allSchemas(contract);
  const ofParameters = new Set(contract.channels.flatMap(({ parameters }) => parameters.map(({ schema }) => schema)));
  return allSchemas(contract).filter((schema) => !ofParameters.has(schema));
}

/** Message Example Object: "The value of this field MUST validate against the Message Object's" payload and headers. */
function* messageSamples(contract: EventContract): Generator<Sample> {
  for (const message of contract.messages) {
    for (const example of message.examples) {
      for (const part of ['payload', 'headers'] as const) {
        const schema = message[part];
        const shown = example[part];
        if (schema === undefined || shown?.value === undefined) continue;
        yield eitherWay(schema, { value: shown.value, location: shown.location }, true);
      }
    }
  }
}

function eitherWay(schema: Schema, shown: Pick<Sample, 'value' | 'location'>, binding: boolean): Sample {
  return { ...shown, schema, direction: undefined, maybeEncoded: false, binding };
}
