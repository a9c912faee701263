import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import { functionName, NameScope, operationName } from '../typescript/names.ts';

/** One operation with the names it goes by in the generated code. */
export interface PlannedOperation {
  readonly operation: HttpOperation;
  /** Key of its data and name of its handler. */
  readonly name: string;
}

/** Names every operation; the contract's own operationId where there is one. */
export function planOperations(contract: HttpContract): readonly PlannedOperation[] {
  const scope = new NameScope();
  return contract.operations.map((operation) => {
    const { operationId, method, path } = operation;
    const name = operationId === undefined ? operationName(method, path) : functionName(operationId);
    return { operation, name: scope.unique(name) };
  });
}
