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
      const problem = problemOf(path);
      if (problem !== undefined) report({ location, message: `The path "${path}" ${problem}` });
      const repeated = templateNames.find((name, i) => name !== '' && templateNames.indexOf(name) < i);
      if (repeated === undefined) continue;
      const message = `The path "${path}" uses {${repeated}} twice. Give one of the two another name.`;
      // 3.2 is the first version to forbid it in words.
      report({ location, message, severity: contract.dialect.line === '3.2' ? 'error' : 'warning' });
    }
  },
});

function problemOf(path: string): string | undefined {
  if (/[{}]/.test(path.replace(/\{[^{}]*\}/g, ''))) return 'has a brace without a counterpart. Balance the braces.';
  return /\{\}/.test(path) ? 'has braces without a name. Put the name of a path parameter inside.' : undefined;
}
