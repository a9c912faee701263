import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import { functionName, NameScope, operationName, typeName } from '../typescript/names.ts';
import { runtimeValueNames } from './runtime-names.ts';

/** What the code of one operation is called. */
export interface OperationNames {
  /** The function and the client's method. */
  readonly call: string;
  /** The constant that holds what the contract says. */
  readonly data: string;
  readonly input: string;
  readonly result: string;
}

/** Names from the operationId, or from method and path where there is none. Types share the scope of the schemas. */
export function nameOperations(contract: HttpContract, types: NameScope): ReadonlyMap<HttpOperation, OperationNames> {
  const values = new NameScope(runtimeValueNames);
  const calls = contract.operations.map((operation) => {
    const { operationId, method, path } = operation;
    return [operation, values.unique(operationId ? functionName(operationId) : operationName(method, path))] as const;
  });
  return new Map(
    calls.map(([operation, call]) => {
      const stem = typeName(call);
      const data = values.unique(`${call.replace(/_$/, '')}Operation`);
      return [operation, { call, data, input: types.unique(`${stem}Input`), result: types.unique(`${stem}Result`) }];
    }),
  );
}
