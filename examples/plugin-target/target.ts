// In a package of its own, both of these come from 'ai2text-contracts' and 'ai2text-contracts/generators'.
import type { Contract, HttpOperation } from '../../core/index.ts';
import {
  type Generated,
  NameScope,
  operationName,
  renderTemplateFile,
  type Target,
  typeName,
} from '../../generators/index.ts';

/** Paths as Go constants, so that a Go service and its proxy agree about them. */
const goRoutes: Target = {
  id: 'go-routes',
  summary: 'Method and path of every operation, as constants in Go',
  accepts: ['http'],
  generate,
};

export default goRoutes;

/** A view and a list of files: a target reads and writes nothing itself. */
function generate(contract: Contract): Generated {
  if (contract.kind !== 'http') return { files: [], diagnostics: [] };
  const names = new NameScope();
  const routes = contract.operations.map((operation) => ({
    name: names.unique(typeName(operation.operationId ?? operationName(operation.method, operation.path))),
    about: oneLine(operation),
    pattern: goString(`${operation.method.toUpperCase()} ${operation.path}`),
  }));
  const text = renderTemplateFile(new URL('./routes.hbs', import.meta.url), { routes });
  return { files: [{ path: 'routes.go', text }], diagnostics: [] };
}

/** What a contract says is somebody else's text: a line break would end the comment that it stands in. */
function oneLine({ summary = '' }: HttpOperation): string {
  return summary.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
}

/** Go reads every escape that JSON writes, but those of half a character. */
function goString(text: string): string {
  return JSON.stringify(text.toWellFormed());
}
