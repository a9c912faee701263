import type { Location } from '../../diagnostics/location.ts';
import type { Node } from '../../source/node.ts';
import type { Report } from '../rule.ts';
import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

// RFC 9110, 5.6.2 and 8.3.1.
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const mediaRange = new RegExp(`^${token}/${token}(\\s*;\\s*${token}=(${token}|"([^"\\\\]|\\\\.)*"))*\\s*;?\\s*$`);

export const mediaTypeLegal = httpRule({
  id: 'media-type-legal',
  severity: 'warning',
  summary: 'The keys of a content are media types or ranges of them.',
  why: 'A body is chosen by comparing the Content-Type header with these keys; text that is no media type never matches.',
  fix: 'Write type/subtype, such as "application/json", "text/*" or "*/*".',
  reference: 'OpenAPI 3.1.1, 4.8.13 Request Body Object; RFC 9110, 8.3.1',
  check(contract, report) {
    for (const node of objectsOf(contract, 'requestBody', 'response', 'parameter', 'header')) {
      for (const [name, entry] of node.get('content')?.entries() ?? []) check(name, entry.location('key'), report);
    }
    if (contract.dialect.line !== '2.0') return;
    for (const node of [contract.root, ...objectsOf(contract, 'operation')]) {
      for (const item of [...listed(node, 'consumes'), ...listed(node, 'produces')]) {
        if (typeof item.value === 'string') check(item.value, item.location(), report);
      }
    }
  },
});

function check(name: string, location: Location, report: Report): void {
  if (mediaRange.test(name)) return;
  report({ location, message: `"${name}" is no media type. Write type/subtype, such as "application/json".` });
}

function listed(node: Node, key: string): Node[] {
  return node.get(key)?.items() ?? [];
}
