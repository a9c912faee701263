import type { EventContract } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../../render.ts';
import { sharedRuntimeFiles } from '../../shared-runtime.ts';
import type { Generated, ImportExtension } from '../../target.ts';
import { distinctDiagnostics, unsupported } from '../../unsupported.ts';
import { eventTestsView } from './view.ts';

/** Tests that hold a publisher and a consumer, over any broker, against an event contract. */
export function generateEventTests(contract: EventContract, importExtension: ImportExtension): Generated {
  const diagnostics: Diagnostic[] = [];
  const view = eventTestsView(contract, { importExtension, report: (diagnostic) => diagnostics.push(diagnostic) });
  if (Array.isArray(view.operations) && view.operations.length === 0) {
    const message =
      'The contract has no one-way message of which an example could be found, so there is nothing to test.';
    return { files: [], diagnostics: [unsupported('contract', contract.root.location(), message)] };
  }
  return {
    files: [
      ...['event-contract-tests', 'event-cases'].map((name) => ({
        path: `${name}.ts`,
        text: renderTemplate('contract-tests', name, view),
      })),
      ...sharedRuntimeFiles({
        ...{ own: new URL('../runtime/events/', import.meta.url), folder: 'contract-runtime', importExtension },
      }),
    ],
    diagnostics: distinctDiagnostics(diagnostics),
  };
}
