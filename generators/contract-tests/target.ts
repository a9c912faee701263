import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../render.ts';
import type { Generated, Target, TargetOptions } from '../target.ts';
import { distinctDiagnostics, unsupported } from '../unsupported.ts';
import { generateEventTests } from './events/generate.ts';
import { contractRuntimeFiles } from './shared-runtime.ts';
import { testsView } from './view.ts';

/** Tests that hold a running service, or publishers and consumers of events, against a contract. */
export const contractTests: Target = {
  id: 'contract-tests',
  summary: 'Tests that hold a running service against its contract, in TypeScript',
  accepts: ['http', 'event'],
  generate,
};

const modules = ['contract-tests', 'run-contract-tests', 'contract-cases', 'contract-schemas'];

function generate(contract: Contract, { importExtension }: TargetOptions): Generated {
  if (contract.kind === 'event') return generateEventTests(contract, importExtension);
  if (contract.operations.length === 0) {
    const message = 'The contract has no operations, so there is nothing to test.';
    return { files: [], diagnostics: [unsupported('contract', contract.root.location(), message)] };
  }
  const diagnostics: Diagnostic[] = [];
  const view = testsView(contract, { importExtension, report: (diagnostic) => diagnostics.push(diagnostic) });
  return {
    files: [
      ...modules.map((name) => ({ path: `${name}.ts`, text: renderTemplate('contract-tests', name, view) })),
      ...contractRuntimeFiles(importExtension),
    ],
    diagnostics: distinctDiagnostics(diagnostics),
  };
}
