import {
  type ContractTestOptions,
  type OperationName,
  type Report,
  runContractTests,
} from '../../reference-services/metadata/generated/run-contract-tests.ts';
import { bad, good, show } from './show.ts';

/** Runs the generated contract tests and prints one line, plus the first claims that do not hold. */
export async function holdToContract(title: string, options: ContractTestOptions<OperationName>): Promise<Report> {
  const report = await runContractTests(options);
  const failed = report.results.filter(({ ok }) => !ok);
  const held = report.results.length - failed.length;
  const verdict = failed.length === 0 ? good('all hold') : bad(`${failed.length} do not`);
  show(`${title.padEnd(28)} ${held} of ${report.results.length} claims hold, ${verdict}`);
  for (const { operation, claim, detail } of failed.slice(0, 1)) show(`  ${operation}: ${claim}\n    ${detail ?? ''}`);
  return report;
}
