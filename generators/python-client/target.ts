import { readdirSync, readFileSync } from 'node:fs';
import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { Models } from '../python/types/models.ts';
import { renderTemplate, type View } from '../render.ts';
import type { Generated, GeneratedFile, Target } from '../target.ts';
import { distinctDiagnostics } from '../unsupported.ts';
import { clientOperations } from './client-operation.ts';
import { viewClient } from './client-view.ts';
import { viewCredentials, viewService } from './service-view.ts';
import { viewInit, viewModels, viewOperations, viewResults } from './views.ts';

const id = 'python-client';

/**
 * A Python package: a client and an asynchronous one over the same operations, models of pydantic, and the handwritten
 * runtime that does the work on httpx. The folder's name is the package's.
 */
export const pythonClient: Target = {
  id,
  summary: 'A client on httpx and pydantic, synchronous and asynchronous, in Python 3.11',
  accepts: ['http'],
  generate(contract: Contract): Generated {
    if (contract.kind !== 'http') return { files: [], diagnostics: [] };
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    const models = new Models(contract, report);
    const operations = clientOperations(contract, models, report);
    const source = { contract, models, operations };
    const files = [
      render('__init__', 'init', viewInit(source)),
      render('client', 'client', viewClient(source, 'sync')),
      render('async_client', 'client', viewClient(source, 'async')),
      render('credentials', 'credentials', viewCredentials(contract)),
      render('models', 'models', viewModels(source)),
      render('operations', 'operations', viewOperations(source)),
      render('results', 'results', viewResults(source)),
      render('service', 'service', viewService(contract, report)),
      // Type checkers read the annotations of packages that have this file (PEP 561).
      { path: 'py.typed', text: '' },
      { path: 'ruff.toml', text: ruffSettings },
      ...runtimeFiles(),
    ];
    return { files, diagnostics: distinctDiagnostics(diagnostics) };
  },
};

const ruffSettings =
  '# How the generated code is laid out, whatever the project around it does.\nline-length = 120\ntarget-version = "py311"\n';

function render(module: string, template: string, view: View): GeneratedFile {
  return { path: `${module}.py`, text: renderTemplate(id, template, view) };
}

const runtimeFolder = new URL('./runtime/', import.meta.url);
const notice = '# Copied by ai2text-contracts. Changes are overwritten when the code is generated again.\n\n';

function runtimeFiles(): GeneratedFile[] {
  return readdirSync(runtimeFolder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => ({ path: `runtime/${name}`, text: notice + readFileSync(new URL(name, runtimeFolder), 'utf8') }));
}
