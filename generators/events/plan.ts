import type { Channel, EventContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { NameScope, typeName } from '../typescript/names.ts';
import { type ContractTypes, printDeclarations } from '../typescript/types/index.ts';
import { type PlannedMessage, planMessages } from './messages.ts';
import { runtimeTypeNames, runtimeValueNames } from './names.ts';
import { type PlannedOperation, planOperations } from './operations.ts';
import { type PlannedParameter, planParameters } from './parameters.ts';
import { type EventSchemaData, eventSchemaData } from './schema-data.ts';

/** Everything that is decided before anything is printed: what there is, and what it is called. */
export interface EventPlan {
  readonly contract: EventContract;
  readonly types: ContractTypes;
  readonly messages: readonly PlannedMessage[];
  readonly operations: readonly PlannedOperation[];
  readonly parameters: ReadonlyMap<Channel, ChannelParameters>;
  readonly data: EventSchemaData;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The parameters of a channel's address, and the name of their type. */
export interface ChannelParameters {
  readonly name: string;
  readonly list: readonly PlannedParameter[];
}

export function planEvents(contract: EventContract, report: (diagnostic: Diagnostic) => void): EventPlan {
  const scope = new NameScope([...runtimeTypeNames, ...runtimeValueNames]);
  const types = printDeclarations(contract, { scope, report });
  const messages = planMessages(contract, scope);
  const operations = planOperations(contract, { messages, scope, report });
  const data = eventSchemaData(contract, report);
  const parameters = new Map<Channel, ChannelParameters>();
  for (const { channel } of operations) {
    const list = planParameters(channel, contract.schemas);
    if (list.length === 0 || parameters.has(channel)) continue;
    parameters.set(channel, { name: scope.unique(`${typeName(channel.name)}Parameters`), list });
  }
  return { contract, types, messages: [...messages], operations, parameters, data, report };
}
