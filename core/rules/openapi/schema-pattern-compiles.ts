import type { Schema } from '../../contract/schema.ts';
import { allSchemas } from '../../contract/walk.ts';
import { escapeToken } from '../../source/pointer.ts';
import { placeInside } from '../place-inside.ts';
import { httpRule } from './http-rule.ts';

export const schemaPatternCompiles = httpRule({
  id: 'schema-pattern-compiles',
  severity: 'warning',
  summary: 'A pattern is a regular expression of ECMA-262.',
  why: 'Patterns in the dialect of another language compile in one tool and fail in the next, or match something else.',
  fix: 'Rewrite it in the syntax of JavaScript: no inline flags, no possessive quantifiers, no \\A and \\Z.',
  reference: 'JSON Schema 2020-12, Core, 6.4',
  check(contract, report) {
    const known = new Map<string, string | undefined>();
    for (const schema of allSchemas(contract)) {
      for (const { pattern, at } of patternsOf(schema)) {
        if (!known.has(pattern)) known.set(pattern, problemOf(pattern));
        const problem = known.get(pattern);
        if (problem === undefined) continue;
        const message = `The pattern ${JSON.stringify(pattern)} is no regular expression of ECMA-262: ${problem}. Rewrite it.`;
        report({ location: placeInside(schema.location, at), message });
      }
    }
  },
});

interface Pattern {
  readonly pattern: string;
  /** Where it stands inside the schema. */
  readonly at: string;
}

function patternsOf(schema: Schema): readonly Pattern[] {
  const keys = [...(schema.patternProperties?.keys() ?? [])];
  const found = keys.map((pattern) => ({ pattern, at: `/patternProperties/${escapeToken(pattern)}` }));
  return schema.pattern === undefined ? found : [{ pattern: schema.pattern, at: '/pattern' }, ...found];
}

/** Undefined when it compiles in Unicode mode, as JSON Schema wants it, or at least without. */
function problemOf(pattern: string): string | undefined {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return undefined;
    } catch (error) {
      if (flags === '') return reasonOf(error);
    }
  }
  return undefined;
}

/** The engine repeats the pattern before its reason. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .slice(text.lastIndexOf(': ') + 1)
    .trim()
    .toLowerCase();
}
