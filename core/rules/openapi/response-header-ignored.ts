import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

export const responseHeaderIgnored = httpRule({
  id: 'response-header-ignored',
  severity: 'warning',
  summary: 'Content-Type is not described as a response header.',
  why: 'The specification says that such a header is ignored: the media types under content describe it.',
  fix: 'Remove it and name the media type under content.',
  reference: 'OpenAPI 3.1.1, 4.8.17 Response Object',
  check(contract, report) {
    if (contract.dialect.line === '2.0') return;
    for (const node of objectsOf(contract, 'response')) {
      for (const [name, header] of node.get('headers')?.entries() ?? []) {
        if (name.toLowerCase() !== 'content-type') continue;
        const message = `A response header named "${name}" is ignored. The media type under "content" says it.`;
        report({ location: header.location('key'), message });
      }
    }
  },
});
