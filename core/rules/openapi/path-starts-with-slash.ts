import { httpRule } from './http-rule.ts';

export const pathStartsWithSlash = httpRule({
  id: 'path-starts-with-slash',
  severity: 'error',
  summary: 'A path starts with a slash.',
  why: 'The path is appended to the URL of the server as it stands; without the slash the two run into each other.',
  fix: 'Put a slash in front.',
  reference: 'OpenAPI 3.1.1, 4.8.8 Paths Object',
  check(contract, report) {
    for (const { path, location } of contract.paths) {
      if (path.startsWith('/')) continue;
      report({ location, message: `The path "${path}" does not start with a slash. Write "/${path}".` });
    }
  },
});
