import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Models } from '../python/types/models.ts';
import { declaredResponses } from '../typescript-client/result-type.ts';
import { unsupported } from '../unsupported.ts';
import { type Argument, argumentsOf } from './arguments.ts';
import { nameOperations, type OperationNames } from './operation-names.ts';
import { type Outcome, outcomesOf, resultScope } from './responses.ts';

/** An operation with the names and types that its code has. */
export interface ClientOperation {
  readonly operation: HttpOperation;
  readonly names: OperationNames;
  /** The union of its results. */
  readonly result: string;
  readonly inputs: readonly Argument[];
  readonly outcomes: readonly Outcome[];
}

export function clientOperations(
  contract: HttpContract,
  models: Models,
  report: (diagnostic: Diagnostic) => void,
): ClientOperation[] {
  const scope = resultScope();
  for (const webhook of contract.webhooks) {
    const message = `The client has no code for the webhook "${webhook.path}": the service calls it, not the client.`;
    report(unsupported('webhook', webhook.location, message, 'info'));
  }
  return [...nameOperations(contract)].map(([operation, names]) => {
    reportStatuses(operation, report);
    const inputs = argumentsOf(operation, names.stem, models);
    const outcomes = outcomesOf(operation, names.stem, models, scope);
    return { operation, names, result: scope.unique(`${names.stem}Result`), inputs, outcomes };
  });
}

function reportStatuses(operation: HttpOperation, report: (diagnostic: Diagnostic) => void): void {
  const understood = new Set(declaredResponses(operation).map(({ usedAt }) => usedAt));
  for (const { status, usedAt } of operation.responses) {
    if (understood.has(usedAt)) continue;
    const message = `"${status}" is no status that the client can tell apart, so this response counts as undeclared. Write one like 404, 4XX or default.`;
    report(unsupported('status', usedAt, message));
  }
}
