import { atLeast, type Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * What a meta-schema says in general words and a rule says again with the case in mind: `structure` findings whose
 * message begins with `says`, by the rule that means the same fault. A rule is listed here with those alone; another
 * fault at the same place keeps its finding.
 */
const sameFault: Readonly<Record<string, readonly { structure: string; says: RegExp }[]>> = {
  'additional-operation-method': [{ structure: 'structure-value', says: /is not allowed as a key/ }],
  'component-key-legal': [{ structure: 'structure-value', says: /is not allowed as a key/ }],
  'example-exclusive': [{ structure: 'structure-exclusive', says: /exclude each other|is not allowed/ }],
  'media-type-legal': [{ structure: 'structure-value', says: /is not allowed as a key/ }],
  'parameter-schema-or-content': [
    { structure: 'structure-required', says: /^One of "schema" or "content"/ },
    { structure: 'structure-exclusive', says: /^"schema" and "content"/ },
    { structure: 'structure-value', says: /^"content" must/ },
  ],
  'parameter-style-legal': [{ structure: 'structure-value', says: /^"style" must be/ }],
  'path-parameter-required': [
    { structure: 'structure-required', says: /^Missing "required"/ },
    { structure: 'structure-value', says: /^"required" must be true/ },
  ],
  'path-starts-with-slash': [{ structure: 'structure-unknown-key', says: /^Unknown key/ }],
  'ref-resolves': [{ structure: 'structure-format', says: /^"\$ref" must/ }],
  'response-required': [
    { structure: 'structure-required', says: /^Missing "default"/ },
    { structure: 'structure-value', says: /^"responses" must not be empty/ },
  ],
  'response-status-legal': [{ structure: 'structure-unknown-key', says: /^Unknown key/ }],
  'schema-pattern-compiles': [
    { structure: 'structure-format', says: /must be a regular expression/ },
    { structure: 'structure-value', says: /is not allowed as a key/ },
  ],
  'server-variable-default-listed': [{ structure: 'structure-value', says: /^"enum" must have at least one/ }],
};

/** Of two findings that mean the same fault, the more severe one; of equals the rule's, which explains the case. */
export function oneFindingPerFault(found: readonly Diagnostic[]): Diagnostic[] {
  const byPlace = Map.groupBy(found, placeOf);
  return [...byPlace.values()].flatMap((here) => (here.length === 1 ? here : strongest(here)));
}

function strongest(here: readonly Diagnostic[]): readonly Diagnostic[] {
  return here.filter((one) => !here.some((other) => yields(one, other)));
}

function yields(one: Diagnostic, other: Diagnostic): boolean {
  if (means(other, one)) return atLeast(other.severity, one.severity);
  return means(one, other) && !atLeast(one.severity, other.severity);
}

function means(rule: Diagnostic, structure: Diagnostic): boolean {
  return (
    sameFault[rule.rule]?.some((same) => same.structure === structure.rule && same.says.test(structure.message)) ===
    true
  );
}

function placeOf({ location }: Diagnostic): string {
  return `${location.source.path}#${location.pointer}`;
}
