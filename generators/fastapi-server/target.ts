import { readdirSync, readFileSync } from 'node:fs';
import type { Contract, HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { Models } from '../python/types/models.ts';
import { clientOperations } from '../python-client/client-operation.ts';
import { viewModels } from '../python-client/views.ts';
import { renderTemplate, type View } from '../render.ts';
import type { Generated, GeneratedFile, Target } from '../target.ts';
import { distinctDiagnostics, unsupported } from '../unsupported.ts';
import { viewHandlers, viewInit, viewOperations, viewResponses, viewRoutes } from './views.ts';

const id = 'fastapi-server';

/**
 * A Python package: an abstract class of handlers, a router that calls them, models of pydantic, and the handwritten runtime
 * in between. A handler can return nothing but the responses that the contract declares.
 */
export const fastapiServer: Target = {
  id,
  summary: 'A FastAPI router, handler types and validation with pydantic, in Python 3.11',
  accepts: ['http'],
  generate(contract: Contract): Generated {
    if (contract.kind !== 'http') return { files: [], diagnostics: [] };
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    const models = new Models(contract, report);
    const operations = clientOperations({ ...contract, webhooks: [] }, models, report);
    reportLeftOut(contract, report);
    const source = { contract, models, operations };
    const files = [
      render('__init__', viewInit(source), 'init'),
      render('handlers', viewHandlers(source)),
      render('models', viewModels(source)),
      render('operations', viewOperations(source)),
      render('responses', viewResponses(source)),
      render('routes', viewRoutes(source)),
      { path: 'py.typed', text: '' },
      { path: 'ruff.toml', text: ruffSettings },
      ...runtimeFiles(),
    ];
    return { files, diagnostics: distinctDiagnostics(diagnostics) };
  },
};

function reportLeftOut(contract: HttpContract, report: (diagnostic: Diagnostic) => void): void {
  for (const { name, location } of contract.securitySchemes.values()) {
    const message = `The server does not check the security scheme "${name}". Give the router a dependency that does.`;
    report(unsupported('security', location, message, 'info'));
  }
  for (const { path, location } of contract.webhooks) {
    const message = `The server has no code that sends the webhook "${path}". Send it with a client of your own.`;
    report(unsupported('webhook', location, message, 'info'));
  }
}

const ruffSettings =
  '# How the generated code is laid out, whatever the project around it does.\nline-length = 120\ntarget-version = "py311"\n';

function render(module: string, view: View, template = module): GeneratedFile {
  return { path: `${module}.py`, text: renderTemplate(id, template, view) };
}

const own = new URL('./runtime/', import.meta.url);
const shared = new URL('../python-client/runtime/', import.meta.url);
/** What both runtimes say the same of. */
const sharedFiles = ['discriminate.py', 'media_type.py', 'model.py'];
const notice = '# Copied by ai2text-contracts. Changes are overwritten when the code is generated again.\n\n';

function runtimeFiles(): GeneratedFile[] {
  const names = readdirSync(own).filter((name) => name.endsWith('.py'));
  const files = [...names.map((name) => [name, own] as const), ...sharedFiles.map((name) => [name, shared] as const)];
  return files
    .map(([name, folder]) => ({ path: `runtime/${name}`, text: notice + readFileSync(new URL(name, folder), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
