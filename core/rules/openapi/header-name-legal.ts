import type { Location } from '../../diagnostics/location.ts';
import type { Report } from '../rule.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const headerNameLegal = httpRule({
  id: 'header-name-legal',
  severity: 'warning',
  summary: 'The name of a header is one that HTTP can send.',
  why: 'Servers and proxies refuse a message with spaces or other separators in a header name.',
  fix: 'Use letters, digits and hyphens.',
  reference: 'RFC 9110, 5.1 Field Names',
  check(contract, report) {
    for (const node of objectsOf(contract, 'parameter')) {
      if (node.string('in') === 'header') check(node.string('name'), memberLocation(node, 'name'), report);
    }
    for (const node of objectsOf(contract, 'response')) {
      for (const [name, header] of node.get('headers')?.entries() ?? []) check(name, header.location('key'), report);
    }
  },
});

function check(name: string | undefined, location: Location, report: Report): void {
  if (name === undefined || /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return;
  report({ location, message: `"${name}" is no name for a header. Use letters, digits and hyphens.` });
}
