import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import { functionName, type NameScope, operationName, typeName } from '../typescript/names.ts';

/** What the code of one operation is called. */
export interface OperationNames {
  /** The function and the client's method. */
  readonly call: string;
  /** The constant that holds what the contract says. */
  readonly data: string;
  readonly input: string;
  readonly result: string;
}

/**
 * Names from the operationId, or from method and path where there is none. Types and functions share one scope: `index.ts`
 * exports them all, and letters without case give both the same name.
 */
export function nameOperations(contract: HttpContract, scope: NameScope): ReadonlyMap<HttpOperation, OperationNames> {
  const calls = contract.operations.map((operation) => {
    const { operationId, method, path } = operation;
    return [operation, scope.unique(operationId ? functionName(operationId) : operationName(method, path))] as const;
  });
  return new Map(
    calls.map(([operation, call]) => {
      const stem = typeName(call);
      const data = scope.unique(`${call.replace(/_$/, '')}Operation`);
      return [operation, { call, data, input: scope.unique(`${stem}Input`), result: scope.unique(`${stem}Result`) }];
    }),
  );
}
