// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Fault, mostFaults } from './fault.ts';
import type { OperationSpec } from './operation.ts';
import { Refusal } from './problem.ts';

/** Throws the refusal of a request that breaks the contract; returns when there is nothing to say. */
export function refuseInvalid(operation: OperationSpec, parameters: readonly Fault[], body: readonly Fault[]): void {
  const errors = [...parameters, ...body].slice(0, mostFaults);
  if (errors.length === 0) return;
  const what =
    parameters.length === 0
      ? 'The body does'
      : body.length === 0
        ? 'The parameters do'
        : 'The parameters and the body do';
  const count =
    errors.length === 1 ? '1 fault' : `${errors.length} faults${errors.length === mostFaults ? ' or more' : ''}`;
  throw new Refusal('invalid-request', invalidStatus(operation), `${what} not keep to the contract: ${count}.`, {
    errors,
  });
}

/** 400, unless the operation declares 422 for this purpose, which shows in its not declaring 400. */
function invalidStatus(operation: OperationSpec): number {
  const declared = operation.responses.map((response) => response.status);
  return declared.includes('422') && !declared.includes('400') ? 422 : 400;
}

/** RFC 6585: a missing precondition has a status of its own, where the operation declares it. */
export function isAbsentIfMatch(fault: Fault, operation: OperationSpec): boolean {
  return (
    fault.parameter?.toLowerCase() === 'if-match' &&
    fault.detail === 'is required' &&
    operation.responses.some((response) => response.status === '428')
  );
}
