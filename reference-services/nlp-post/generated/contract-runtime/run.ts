// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Case } from './bench.ts';
import { type Contract, casesOf } from './cases.ts';
import type { ContractTestOptions } from './options.ts';

export interface Result {
  /** Empty for claims about the service as a whole. */
  readonly operation: string;
  readonly claim: string;
  readonly ok: boolean;
  readonly skipped: boolean;
  /** What was wrong, or why nothing was tried. */
  readonly detail: string;
}

export interface Report {
  readonly contract: string;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly results: readonly Result[];
}

/** Runs every case, one after the other, and says what came of it. */
export async function runCases(contract: Contract, options: ContractTestOptions): Promise<Report> {
  const results: Result[] = [];
  for (const one of casesOf(contract, options)) results.push(await resultOf(one));
  const count = (holds: (result: Result) => boolean) => results.filter(holds).length;
  const failed = count((result) => !result.ok);
  const skipped = count((result) => result.skipped);
  const passed = results.length - failed - skipped;
  return { contract: `${contract.title} ${contract.version}`, ok: failed === 0, passed, failed, skipped, results };
}

async function resultOf({ operation, claim, run }: Case): Promise<Result> {
  try {
    const outcome = await run();
    const detail = outcome.kind === 'passed' ? '' : outcome.detail;
    return { operation, claim, ok: outcome.kind !== 'failed', skipped: outcome.kind === 'skipped', detail };
  } catch (error) {
    return {
      operation,
      claim,
      ok: false,
      skipped: false,
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}
