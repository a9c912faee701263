import type { Rule } from '../rule.ts';

export const pathCase: Rule = {
  id: 'path-case',
  ruleset: 'ai2text',
  severity: 'warning',
  summary: 'Path segments are in kebab-case, names in braces in camelCase, and there is no slash at the end.',
  why: 'Paths are compared letter by letter. One convention means that nobody has to look up which case a path uses.',
  fix: 'Rename the segment: "/speech_models" becomes "/speech-models". It is a breaking change for a published path.',
  reference: 'RFC 3986, 6.2.2.1',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const { path, location } of contract.paths) {
      const wrong = path.split('/').slice(1).filter(isWrong);
      if (wrong.length === 0 || path === '/') continue;
      const message = `In the path "${path}", ${wrong.map((segment) => `"${segment}"`).join(' and ')} should be in kebab-case, and names in braces in camelCase. Rename it.`;
      report({ location, message });
    }
  },
};

function isWrong(segment: string): boolean {
  return !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\{[a-z][A-Za-z0-9]*\})$/.test(segment);
}
