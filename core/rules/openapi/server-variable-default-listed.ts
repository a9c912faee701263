import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const serverVariableDefaultListed = httpRule({
  id: 'server-variable-default-listed',
  severity: 'error',
  summary: 'The enum of a server variable is not empty and holds its default.',
  why: 'The default is used when a client chooses nothing; one that the enum forbids makes every such call wrong.',
  fix: 'Add the default to the enum, or choose one of its values. Remove an empty enum.',
  reference: 'OpenAPI 3.1.1, 4.8.6 Server Variable Object',
  check(contract, report) {
    // 3.0 says "should" where later versions say "must".
    const severity = contract.dialect.line === '3.0' ? 'warning' : 'error';
    const servers = objectsOf(contract, 'server');
    for (const [name, variable] of servers.flatMap((server) => server.get('variables')?.entries() ?? [])) {
      const values = variable.get('enum');
      const fallback = variable.string('default');
      if (values?.isArray !== true) continue;
      if (values.items().length === 0) {
        const message = `The enum of the server variable "${name}" is empty. List its values or remove it.`;
        report({ location: memberLocation(variable, 'enum'), message, severity });
      } else if (fallback !== undefined && !values.items().some(({ value }) => String(value) === fallback)) {
        const message = `The default "${fallback}" of the server variable "${name}" is not in its enum. Add it or choose another.`;
        report({ location: memberLocation(variable, 'default'), message, severity });
      }
    }
  },
});
