import type { Contract } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { JsonObject } from '../../core/source/json.ts';
import { Preparing } from './preparing.ts';
import { printSchema } from './schema.ts';

export interface PreparedSchemas {
  /** A draft 7 schema whose `definitions` hold every schema of the contract, and whose properties lead to each. */
  readonly document: JsonObject;
  /** The name of the document itself, which is no schema of the contract. */
  readonly root: string;
}

/** The contract's schemas, and the payloads and headers of its messages, as one JSON Schema with names that are identifiers. */
export function prepareJsonSchema(contract: Contract, report: (diagnostic: Diagnostic) => void): PreparedSchemas {
  const preparing = new Preparing(contract.schemas, report, { shelf: '#/definitions/', prefixItems: false });
  const named = [...contract.schemas].map(([name, schema]): [string, Schema] => [preparing.nameOf(name), schema]);
  const inline = messagePartsOf(contract).map(([hint, schema]): [string, Schema] => [preparing.newName(hint), schema]);
  const printed = [...named, ...inline].map(([name, schema]): [string, JsonObject] => [
    name,
    { title: name, ...printSchema(schema, name, preparing) },
  ]);
  const hoisted = [...preparing.hoisted].map(([name, schema]): [string, JsonObject] => [
    name,
    { title: name, ...schema },
  ]);
  const definitions = Object.fromEntries([...printed, ...hoisted]);
  const root = preparing.newName('ContractSchemas');
  const properties = Object.fromEntries(
    Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }]),
  );
  return {
    document: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: root,
      type: 'object',
      properties,
      definitions,
    },
    root,
  };
}

/** Those that are written in the message itself; a reference is a named schema already. */
function messagePartsOf(contract: Contract): ReadonlyArray<readonly [hint: string, schema: Schema]> {
  if (contract.kind === 'http') return [];
  return contract.messages.flatMap((message) =>
    (['payload', 'headers'] as const).flatMap((part) => {
      const schema = message[part];
      return schema === undefined || schema.ref !== undefined ? [] : [[`${message.name} ${part}`, schema] as const];
    }),
  );
}
