import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const serverVariablesDefined = httpRule({
  id: 'server-variables-defined',
  severity: 'error',
  summary: 'Every variable in the URL of a server is defined.',
  why: 'Without a default nobody can build the URL, so no client can call the service.',
  fix: 'Define the variable with a default, or write the URL out.',
  reference: 'OpenAPI 3.1.1, 4.8.5 Server Object',
  check(contract, report) {
    for (const server of objectsOf(contract, 'server')) {
      const names = [...(server.string('url') ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
      for (const name of new Set(names)) {
        if (server.get('variables')?.has(name) === true) continue;
        const message = `The URL uses {${name}}, which "variables" does not define. Define it with a default.`;
        report({ location: memberLocation(server, 'url'), message });
      }
    }
  },
});
