import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation } from './objects-of.ts';

export const serverNameUnique = httpRule({
  id: 'server-name-unique',
  severity: 'error',
  summary: 'Since 3.2, servers that have a name have different ones.',
  why: 'A name is how people and tools choose a server; of two with one name nobody knows which is meant.',
  fix: 'Rename one of the two.',
  reference: 'OpenAPI 3.2.0, 4.5 Server Object, name',
  check(contract, report) {
    if (contract.dialect.line !== '3.2') return;
    const first = new Map<string, Node>();
    for (const server of contract.root.get('servers')?.items() ?? []) {
      const name = server.string('name');
      const other = name === undefined ? undefined : first.get(name);
      if (name !== undefined && other === undefined) first.set(name, server);
      if (other === undefined) continue;
      const related = [{ message: 'First here', location: memberLocation(other, 'name') }];
      const message = `The server name "${name}" is already taken. Rename one of the two.`;
      report({ location: memberLocation(server, 'name'), message, related });
    }
  },
});
