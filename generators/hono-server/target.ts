import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { renderTemplate } from '../render.ts';
import { runtimeFiles } from '../runtime-files.ts';
import type { Generated, Target, TargetOptions } from '../target.ts';
import { distinctDiagnostics } from '../unsupported.ts';
import { senderFiles } from './senders/files.ts';
import { unsupportedParts } from './supported.ts';
import { serverView } from './view.ts';

/** Typed Hono routes that hold requests and responses against the contract; the handlers are written by people. */
export const honoServer: Target = {
  id: 'hono-server',
  summary: 'Hono routes, handler types and validation in TypeScript',
  accepts: ['http'],
  generate,
};

const modules = ['types', 'schemas', 'operations', 'handlers', 'security', 'routes', 'senders', 'index'];

function generate(contract: Contract, { importExtension }: TargetOptions): Generated {
  if (contract.kind !== 'http') return { files: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = unsupportedParts(contract);
  const view = serverView(contract, { importExtension, report: (diagnostic) => diagnostics.push(diagnostic) });
  const left = new Set([...(view.secured === true ? [] : ['security']), ...(view.sends === true ? [] : ['senders'])]);
  const written = modules
    .filter((name) => !left.has(name))
    .map((name) => ({ path: `${name}.ts`, text: renderTemplate('hono-server', name, view) }));
  const senders = written.find(({ path }) => path === 'senders.ts');
  return {
    files: [
      ...written,
      ...runtimeFiles(new URL('./runtime/', import.meta.url), importExtension),
      ...(senders === undefined ? [] : senderFiles(senders.text, importExtension)),
    ],
    diagnostics: distinctDiagnostics(diagnostics),
  };
}
