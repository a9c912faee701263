import type { Dialect } from '../contract/model.ts';
import type { FragmentKind } from '../contract/references.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import { loadMetaSchema, loadValidator, named } from './compiled.ts';
import { describe } from './describe.ts';
import { explain } from './explain/explain.ts';
import { leftover } from './leftovers.ts';

/** More findings than anyone reads; what remains shows up once these are mended. */
const mostFindings = 200;

/**
 * Checks a document, or a value of another file that a reference made part of one, against the published meta-schema of
 * its dialect. The compiled validator decides; only a value that it refuses is walked again to say why.
 */
export async function checkStructure(
  node: Node,
  dialect: Dialect,
  kind: 'document' | FragmentKind,
): Promise<readonly Diagnostic[]> {
  const name = metaSchemaFor(node, dialect, kind);
  const valid = await loadValidator(name);
  if (valid(named(kind, node.value))) return [];
  const schema = await loadMetaSchema(name);
  const faults = explain(schema, schema.properties?.[kind] ?? true, node);
  const diagnostics = withoutRepeats(
    faults.slice(0, 10 * mostFindings).map((fault) => leftover(fault, dialect) ?? describe(fault)),
  );
  if (diagnostics.length === 0) return [unexplained(node, dialect)];
  if (diagnostics.length <= mostFindings) return diagnostics;
  return [...diagnostics.slice(0, mostFindings), furtherFindings(node, faults.length - mostFindings)];
}

function metaSchemaFor(node: Node, dialect: Dialect, kind: 'document' | FragmentKind): string {
  const { spec, line } = dialect;
  const name = `${spec}-${line}`;
  if (spec !== 'openapi' || (line !== '3.1' && line !== '3.2') || kind !== 'document') return name;
  const schemaDialect = node.string('jsonSchemaDialect');
  return schemaDialect === undefined || isOpenApiDialect(schemaDialect) ? name : `${name}-other-dialect`;
}

/** The OpenAPI dialects, and JSON Schema 2020-12, to which they only add. */
function isOpenApiDialect(uri: string): boolean {
  return /^https:\/\/(?:spec\.openapis\.org\/oas\/3\.\d+\/|json-schema\.org\/draft\/2020-12\/schema#?$)/.test(uri);
}

/** A value behind a YAML alias is met once for each alias, and one place may break several schemas in the same way. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ location, message }) => {
    const identity = `${location.range.start.offset} ${message}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

/** The validator's verdict stands even where the explanation finds no words for it. */
function unexplained(node: Node, { spec, line }: Dialect): Diagnostic {
  const language = spec === 'openapi' ? 'OpenAPI' : 'AsyncAPI';
  const message = `This does not fit the published schema of ${language} ${line}. Compare it with the specification.`;
  return { rule: 'structure-value', severity: 'error', message, location: node.location() };
}

function furtherFindings(node: Node, count: number): Diagnostic {
  const message = `About ${count} more findings like these were left out. Mend some of these and run again.`;
  return { rule: 'structure-value', severity: 'info', message, location: node.location() };
}
