import type { HttpContract, Link } from '../../contract/model.ts';
import { everyRequest } from '../../contract/walk.ts';
import type { Location } from '../../diagnostics/location.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

/** The reader, which can follow references, looks at `operationRef` and reports under the same id. */
export const linkTargetExists = httpRule({
  id: 'link-target-exists',
  severity: 'error',
  summary: 'A link leads to an operation.',
  why: 'A link tells which operation continues from a response; one that names none is a dead end.',
  fix: 'Correct the operationId or the operationRef.',
  reference: 'OpenAPI 3.1.1, 4.8.20 Link Object',
  check(contract, report) {
    const ids = new Set(objectsOf(contract, 'operation').map((operation) => operation.string('operationId')));
    const offered = new Set(linksOffered(contract).map(({ location }) => placeOf(location)));
    for (const link of objectsOf(contract, 'link')) {
      const id = link.string('operationId');
      // The meta-schemas of 3.1 and 3.2 say so themselves.
      if (contract.dialect.line === '3.0' && id === undefined && !link.has('operationRef') && !link.has('$ref')) {
        report({
          location: link.location(),
          message: 'The link names no operation. Add an operationId or an operationRef.',
        });
      }
      // A component that no response offers leads nobody anywhere: it may be meant for other documents.
      if (id === undefined || ids.has(id) || !offered.has(placeOf(link.location()))) continue;
      const message = `No operation has the operationId "${id}". Correct it, or add the operation.`;
      report({ location: memberLocation(link, 'operationId'), message });
    }
  },
});

function linksOffered(contract: HttpContract): Link[] {
  const responses = [...everyRequest(contract)].flatMap(({ operation }) => operation.responses);
  return responses.flatMap(({ links }) => links);
}

function placeOf({ source, pointer }: Location): string {
  return `${source.path}#${pointer}`;
}
