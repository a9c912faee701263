import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import { className, constantName, methodName, operationName } from '../python/names.ts';
import { NameScope } from '../typescript/names.ts';

/** What the code of one operation is called. */
export interface OperationNames {
  readonly method: string;
  /** The constant that holds what the contract says. */
  readonly data: string;
  /** What the names of its classes start with. */
  readonly stem: string;
}

/** Names from the operationId, or from method and path where there is none. */
export function nameOperations(contract: HttpContract): ReadonlyMap<HttpOperation, OperationNames> {
  const methods = new NameScope();
  const constants = new NameScope(['Answer', 'BodyContent', 'Encoding', 'Operation', 'Parameter', 'Server']);
  const stems = new NameScope();
  return new Map(
    contract.operations.map((operation) => {
      const { operationId, method, path } = operation;
      const name = methods.unique(operationId ? methodName(operationId) : operationName(method, path));
      const data = constants.unique(constantName(name));
      return [operation, { method: name, data, stem: stems.unique(className(name)) }];
    }),
  );
}
