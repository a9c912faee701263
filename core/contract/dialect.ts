import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { Dialect } from './model.ts';

const lines: Readonly<Record<Dialect['spec'], readonly string[]>> = {
  openapi: ['2.0', '3.0', '3.1', '3.2'],
  asyncapi: ['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.0', '3.1'],
};

/** Which specification a document claims to follow, or why that cannot be told. */
export function detectDialect(root: Node): Dialect | Diagnostic {
  const asyncapi = root.get('asyncapi');
  const openapi = root.get('openapi') ?? root.get('swagger');
  const claim = asyncapi ?? openapi;
  if (claim === undefined) {
    const message =
      'This is neither OpenAPI nor AsyncAPI. A contract starts with "openapi: 3.1.1", "asyncapi: 3.0.0" or the like.';
    return { rule: 'dialect-known', severity: 'error', message, location: root.location() };
  }
  const spec = asyncapi === undefined ? 'openapi' : 'asyncapi';
  // Not String(): a mapping with a toString of its own cannot be turned into text by it.
  const version = typeof claim.value === 'string' ? claim.value : JSON.stringify(claim.value);
  const line = /^(\d+\.\d+)(\.\d+(-[\w.]+)?)?$/.exec(version)?.[1];
  const wellFormed =
    typeof claim.value === 'string' && line !== undefined && (claim.key !== 'swagger' || version === '2.0');
  if (wellFormed && lines[spec].includes(line) && (version !== line || claim.key === 'swagger'))
    return { spec, version, line };
  const known = lines[spec].join(', ');
  const message = `${JSON.stringify(claim.value)} is not a version of ${spec === 'openapi' ? 'OpenAPI' : 'AsyncAPI'} that exists here. Known are ${known}, written as a full version in quotes such as "3.1.1".`;
  return { rule: 'dialect-known', severity: 'error', message, location: claim.location() };
}

/** True for a file whose root claims to be a contract, right or wrong: what a folder scan picks up. */
export function claimsToBeContract(text: string): boolean {
  return /^\s*(?:\{\s*)?["']?(?:openapi|swagger|asyncapi)["']?\s*:/m.test(text);
}
