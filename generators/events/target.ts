import type { Contract, EventContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../render.ts';
import { sharedRuntimeFiles } from '../shared-runtime.ts';
import type { Generated, Target, TargetOptions } from '../target.ts';
import { distinctDiagnostics, unsupported } from '../unsupported.ts';
import { repliesElsewhere } from './supported.ts';
import { eventsView } from './view.ts';

const id = 'events';

/** Typed publishers and consumers that hold messages against the contract, over any broker. */
export const events: Target = {
  id,
  summary: 'Typed publisher and consumer of an event contract, over NATS JetStream or another broker, in TypeScript',
  accepts: ['event'],
  generate,
};

function generate(contract: Contract, { importExtension }: TargetOptions): Generated {
  if (contract.kind !== 'event') return { files: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = repliesElsewhere(contract);
  const view = eventsView(contract, { importExtension, report: (diagnostic) => diagnostics.push(diagnostic) });
  if (view.hasMessages !== true) {
    const message = 'The contract has no messages, so there is nothing to send or receive.';
    diagnostics.push(unsupported('contract', contract.root.location(), message));
  }
  return {
    files: [
      ...modulesOf(view.hasMessages === true, view.hasOperations === true).map((name) => ({
        path: `${name}.ts`,
        text: renderTemplate(id, name, view),
      })),
      ...sharedRuntimeFiles({
        ...{ own: new URL('./runtime/', import.meta.url), folder: 'runtime', importExtension },
        without: speaksNats(contract) ? [] : natsFiles,
      }),
    ],
    diagnostics: distinctDiagnostics(diagnostics),
  };
}

function modulesOf(hasMessages: boolean, hasOperations: boolean): string[] {
  const ofMessages = hasMessages ? ['schemas', 'messages', 'validators'] : [];
  return ['types', ...ofMessages, ...(hasOperations ? ['operations', 'publisher', 'consumer'] : []), 'index'];
}

/** They import the NATS client, which those who use another broker do not install. */
const natsFiles = ['nats.ts', 'nats-lane.ts', 'nats-subject.ts'];

/** A contract that names no server may be meant for any broker. */
function speaksNats({ servers }: EventContract): boolean {
  return servers.length === 0 || servers.some(({ protocol }) => /^(nats|tls$)/i.test(protocol ?? ''));
}
