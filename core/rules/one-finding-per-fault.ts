import { atLeast, type Diagnostic } from '../diagnostics/diagnostic.ts';

/** A structure finding that a more telling one makes superfluous. */
interface Echo {
  readonly rule: string;
  readonly says: RegExp;
  /** Where it stands as seen from the telling one; at the same place unless this says otherwise. */
  readonly at?: 'around';
  /** What the telling one has to say, where its rule alone is not enough. */
  readonly when?: RegExp;
}

/**
 * What a meta-schema says in general words and a rule says again with the case in mind, by the rule. Listed are those
 * findings alone that mean the same fault: another fault at the same place keeps its finding.
 */
const echoes: Readonly<Record<string, readonly Echo[]>> = {
  'additional-operation-method': [{ rule: 'structure-value', says: /is not allowed as a key/ }],
  'component-key-legal': [{ rule: 'structure-value', says: /is not allowed as a key/ }],
  'example-exclusive': [{ rule: 'structure-exclusive', says: /exclude each other|is not allowed/ }],
  'media-type-legal': [{ rule: 'structure-value', says: /is not allowed as a key/ }],
  'parameter-schema-or-content': [
    { rule: 'structure-required', says: /^One of "schema" or "content"/ },
    { rule: 'structure-exclusive', says: /^"schema" and "content"/ },
    { rule: 'structure-value', says: /^"content" must/ },
  ],
  'parameter-unique': [{ rule: 'structure-exclusive', says: /^Item \d+ of "parameters" repeats/ }],
  'parameter-style-legal': [{ rule: 'structure-value', says: /^"style" must be/ }],
  'path-parameter-required': [
    { rule: 'structure-required', says: /^Missing "required"/ },
    { rule: 'structure-value', says: /^"required" must be true/ },
  ],
  'path-starts-with-slash': [{ rule: 'structure-unknown-key', says: /^Unknown key/ }],
  'querystring-alone': [{ rule: 'structure-exclusive', says: /"querystring" exclude|combines members/, at: 'around' }],
  'ref-resolves': [{ rule: 'structure-format', says: /^"\$ref" must/ }],
  'response-required': [
    { rule: 'structure-required', says: /^Missing "default"/ },
    { rule: 'structure-value', says: /^"responses" must not be empty/ },
  ],
  'response-status-legal': [
    { rule: 'structure-unknown-key', says: /^Unknown key/ },
    { rule: 'structure-required', says: /^Missing "default"/, at: 'around' },
  ],
  'schema-pattern-compiles': [
    { rule: 'structure-format', says: /must be a regular expression/ },
    { rule: 'structure-value', says: /is not allowed as a key/ },
  ],
  'server-variable-default-listed': [{ rule: 'structure-value', says: /^"enum" must have at least one/ }],
  // What a meta-schema asks for under a condition, it also asks for where the member that decides is missing.
  'structure-required': [
    { rule: 'structure-required', says: /^Missing "required"/, when: /^Missing "in"/ },
    { rule: 'structure-required', says: /^Missing "(?:authorization|token)Url"/, when: /^Missing "flow"/ },
  ],
  'tag-unique': [{ rule: 'structure-exclusive', says: /^Item \d+ of "tags" repeats/ }],
};

/** Of two findings that mean the same fault, the more severe one; of equals the one that explains the case. */
export function oneFindingPerFault(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const structure = Map.groupBy(
    found.filter(({ rule }) => rule.startsWith('structure-')),
    ({ location }) => `${location.source.path}#${location.pointer}`,
  );
  if (structure.size === 0) return found;
  const superfluous = new Set<Diagnostic>();
  for (const telling of found) {
    for (const echo of echoes[telling.rule] ?? []) {
      if (echo.when?.test(telling.message) === false) continue;
      for (const other of structure.get(placeOf(telling, echo)) ?? []) {
        if (other === telling || other.rule !== echo.rule || !echo.says.test(other.message)) continue;
        superfluous.add(atLeast(telling.severity, other.severity) ? other : telling);
      }
    }
  }
  return found.filter((diagnostic) => !superfluous.has(diagnostic));
}

function placeOf({ location }: Diagnostic, { at }: Echo): string {
  const { source, pointer } = location;
  return `${source.path}#${at === 'around' ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer}`;
}
