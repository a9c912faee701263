// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { describe, it } from 'vitest';
import { type Contract, casesOf } from './cases.ts';
import type { ContractTestOptions } from './options.ts';

/** Registers every case with vitest, one test for each claim. */
export function registerCases(contract: Contract, options: ContractTestOptions): void {
  const cases = casesOf(contract, options);
  describe(`contract ${contract.title} ${contract.version}`, () => {
    for (const operation of new Set(cases.map((one) => one.operation))) {
      describe(operation === '' ? 'the service' : operation, () => {
        for (const { claim, run } of cases.filter((one) => one.operation === operation)) {
          it(claim, async ({ skip }) => {
            const outcome = await run();
            if (outcome.kind === 'skipped') skip(outcome.detail);
            if (outcome.kind === 'failed') throw new Error(outcome.detail);
          });
        }
      });
    }
  });
}
