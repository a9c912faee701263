import { httpRule } from './http-rule.ts';

export const pathTemplateWellFormed = httpRule({
  id: 'path-template-well-formed',
  severity: 'error',
  summary: 'The braces of a path template are balanced, filled and used once per name.',
  why: 'A broken template is taken as fixed text by some tools and refused by others; of two equal names only one value arrives.',
  fix: 'Close each brace, put a name inside, and use each name once.',
  reference: 'OpenAPI 3.2.0, 4.7 Paths Object (path templating syntax)',
  check(contract, report) {
    for (const { path, location, templateNames } of contract.paths) {
      const problem = problemOf(path, templateNames);
      if (problem !== undefined) report({ location, message: `The path "${path}" ${problem}` });
    }
  },
});

function problemOf(path: string, names: readonly string[]): string | undefined {
  if (/[{}]/.test(path.replace(/\{[^{}]*\}/g, ''))) return 'has a brace without a counterpart. Balance the braces.';
  if (names.includes('')) return 'has braces without a name. Put the name of a path parameter inside.';
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  return repeated === undefined ? undefined : `uses {${repeated}} twice. Give one of the two another name.`;
}
