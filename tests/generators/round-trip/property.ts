import * as fc from 'fast-check';
import { type Call, callOf } from './draw/calls.ts';
import { contractPlan } from './draw/contracts.ts';
import { exchange, RoundTripError } from './exchange.ts';
import type { Loader } from './load.ts';
import type { ContractPlan, OperationPlan } from './plan.ts';
import { printDocument } from './print/print-document.ts';
import { type Service, startService } from './service.ts';
import type { Tally } from './tally.ts';
import { makeWrong } from './wrong.ts';

/** A contract with the calls that are made to each of its operations. */
export interface Trip {
  readonly plan: ContractPlan;
  readonly calls: readonly (readonly Call[])[];
}

export const trip: fc.Arbitrary<Trip> = contractPlan.chain((plan) =>
  fc
    .tuple(
      ...plan.operations.map((operation) =>
        fc.array(callOf(operation, plan.components), { minLength: 2, maxLength: 4 }),
      ),
    )
    .map((calls) => ({ plan, calls })),
);

/** Whatever the client sends the handler gets, and whatever the handler answers the client gives back. */
export async function makeTrip({ plan, calls }: Trip, loader: Loader, tally: Tally): Promise<void> {
  const service = await startService(plan, loader);
  for (const [index, operation] of plan.operations.entries()) {
    try {
      await visit({ plan, service, operation, index, calls: calls[index] ?? [], tally });
    } catch (error) {
      throw new Error(tellOf(error, plan, operation));
    }
  }
}

interface Visit {
  readonly plan: ContractPlan;
  readonly service: Service;
  readonly operation: OperationPlan;
  readonly index: number;
  readonly calls: readonly Call[];
  readonly tally: Tally;
}

async function visit({ plan, service, operation, index, calls, tally }: Visit): Promise<void> {
  let arrived: Call | undefined;
  for (const call of calls) {
    const outcome = await exchange(service, operation, index, call);
    tally.add(operation, call, outcome);
    if (outcome.kind === 'arrived') arrived ??= call;
  }
  if (arrived === undefined) return;
  tally.addWrong(await makeWrong({ service, operation, index, call: arrived, components: plan.components }));
}

function tellOf(error: unknown, plan: ContractPlan, operation: OperationPlan): string {
  const isOurs = error instanceof RoundTripError;
  const said = error instanceof Error ? (isOurs ? error.message : (error.stack ?? error.message)) : String(error);
  const document = JSON.stringify(printDocument({ ...plan, operations: [operation] }));
  return `${operation.method.toUpperCase()} ${operation.path}: ${said}\n  contract: ${document}`;
}
