import {
  type Given,
  type OperationName,
  type Report,
  runContractTests,
} from '../../reference-services/metadata/generated/run-contract-tests.ts';
import { bad, dim, good, show } from './show.ts';

export interface Held {
  readonly title: string;
  readonly request: (request: Request) => Promise<Response>;
  readonly token: string;
  readonly given: { readonly [Name in OperationName]?: () => Given | Promise<Given> };
}

/** Runs the generated contract tests against a service and prints a line, with the first claim that does not hold. */
export async function holdToContract({ title, request, token, given }: Held): Promise<Report> {
  const report = await runContractTests({ request, given, auth: { Authorization: `Bearer ${token}` } });
  const verdict = report.ok ? good('every claim holds') : bad(`${report.failed} do not hold`);
  show(`${title.padEnd(20)} ${report.passed} of ${report.passed + report.failed} claims hold, ${verdict}`);
  const fault = report.results.find(({ ok }) => !ok);
  if (fault !== undefined) show(dim(`  ${fault.operation}: ${fault.claim}\n  ${firstOf(fault.detail)}`));
  return report;
}

/** The first of several faults, cut to a line. */
function firstOf(detail: string): string {
  const [first = ''] = detail.split(/; |\n/);
  return first.length > 110 ? `${first.slice(0, 110)} …` : first;
}
