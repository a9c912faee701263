import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

/** Keywords that describe a value without limiting it: ignored as well, but nothing breaks. */
const harmless =
  /^(?:x-.*|\$ref|\$comment|description|title|summary|example|examples|default|deprecated|readOnly|writeOnly|externalDocs|xml|type)$/;

export const refSiblingsIgnored = httpRule({
  id: 'ref-siblings-ignored',
  severity: 'warning',
  summary: 'Before 3.1, no keyword that limits a value stands beside "$ref".',
  why: 'Up to OpenAPI 3.0 everything beside "$ref" is ignored: a value that "nullable" or "enum" there seems to allow or forbid is treated by the schema behind the reference alone.',
  fix: 'Put the reference into "allOf" and the keyword beside that, or move to OpenAPI 3.1.',
  reference: 'OpenAPI 3.0.4, 4.7.23 Reference Object',
  check(contract, report) {
    if (contract.dialect.line !== '2.0' && contract.dialect.line !== '3.0') return;
    for (const node of objectsOf(contract, 'schema')) {
      if (node.string('$ref') === undefined) continue;
      for (const [key] of node.entries()) {
        if (harmless.test(key)) continue;
        const message = `"${key}" beside "$ref" is ignored before OpenAPI 3.1. Put the reference into "allOf" and "${key}" beside that.`;
        report({ location: memberLocation(node, key), message });
      }
    }
  },
});
