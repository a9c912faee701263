import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

const elsewhere: ReadonlyMap<string, string> = new Map([
  ['accept', 'the media types of the responses'],
  ['content-type', 'the media types of the request body'],
  ['authorization', 'a security scheme'],
]);

export const headerParameterIgnored = httpRule({
  id: 'header-parameter-ignored',
  severity: 'warning',
  summary: 'Accept, Content-Type and Authorization are not described as header parameters.',
  why: 'The specification says that such a parameter is ignored: what it promises is in force nowhere.',
  fix: 'Describe Accept by the content of the responses, Content-Type by that of the request body, and Authorization by a security scheme.',
  reference: 'OpenAPI 3.1.1, 4.8.12 Parameter Object',
  check(contract, report) {
    if (contract.dialect.line === '2.0') return;
    for (const node of objectsOf(contract, 'parameter')) {
      const name = node.string('name') ?? '';
      const instead = node.string('in') === 'header' ? elsewhere.get(name.toLowerCase()) : undefined;
      if (instead === undefined) continue;
      const message = `A header parameter named "${name}" is ignored. Describe it by ${instead} instead.`;
      report({ location: memberLocation(node, 'name'), message });
    }
  },
});
