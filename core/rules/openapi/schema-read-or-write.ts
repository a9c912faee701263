import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const schemaReadOrWrite = httpRule({
  id: 'schema-read-or-write',
  severity: 'error',
  summary: 'In 3.0, no property is both readOnly and writeOnly.',
  why: 'Such a property may be neither sent nor returned: it can never exist.',
  fix: 'Keep one of the two.',
  reference: 'OpenAPI 3.0.4, 4.7.24 Schema Object, readOnly',
  check(contract, report) {
    if (contract.dialect.line !== '3.0') return;
    for (const node of objectsOf(contract, 'schema')) {
      if (node.boolean('readOnly') !== true || node.boolean('writeOnly') !== true) continue;
      const message = '"readOnly" and "writeOnly" cannot both be true. Keep one of them.';
      report({ location: memberLocation(node, 'writeOnly'), message });
    }
  },
});
