import type { Parameter } from '../../contract/model.ts';
import { everyRequest } from '../../contract/walk.ts';
import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';
import { placeOnce } from './place-once.ts';

export const querystringAlone = httpRule({
  id: 'querystring-alone',
  severity: 'error',
  summary: 'A querystring parameter stands alone: once, and without query parameters.',
  why: 'It describes the query string as a whole; another description of a part of it would contradict it.',
  fix: 'Keep the one or the others.',
  reference: 'OpenAPI 3.2.0, 4.12.1 Parameter Locations',
  check(contract, report) {
    if (contract.dialect.line !== '3.2') return;
    const once = placeOnce(report);
    const lists = [...everyRequest(contract)].map(({ operation }) => operation.parameters.map(entryOf));
    // Path items that no path uses are not in the model; those of their parameters that are references stay unseen.
    lists.push(
      ...objectsOf(contract, 'pathItem').map((item) => (item.get('parameters')?.items() ?? []).map(entryOfNode)),
    );
    for (const list of lists) {
      const whole = list.findIndex(({ place }) => place === 'querystring');
      for (const [i, { place, location }] of list.entries()) {
        if (whole < 0 || i === whole || (place !== 'query' && place !== 'querystring')) continue;
        const message = `A ${place} parameter cannot stand beside the querystring parameter, which describes all of it. Keep one.`;
        once({ location, message });
      }
    }
  },
});

interface Entry {
  readonly place: string | undefined;
  readonly location: Parameter['usedAt'];
}

function entryOf({ in: place, usedAt }: Parameter): Entry {
  return { place, location: usedAt };
}

function entryOfNode(node: Node): Entry {
  return { place: node.string('in'), location: node.location() };
}
