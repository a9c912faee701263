import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const schemaItemsRequired = httpRule({
  id: 'schema-items-required',
  severity: 'warning',
  summary: 'Before 3.1, an array says what its items are.',
  why: 'The specification demands it there. Published contracts of 3.0 leave it out all the same, so it is a warning for them, and generators then stop or fall back to an untyped list.',
  fix: 'Add "items". "items: {}" allows anything.',
  reference: 'OpenAPI 3.0.4, 4.7.24 Schema Object',
  check(contract, report) {
    const { line } = contract.dialect;
    if (line !== '2.0' && line !== '3.0') return;
    for (const node of objectsOf(contract, 'schema')) {
      if (node.string('type') !== 'array' || node.has('items') || node.has('$ref')) continue;
      // 2.0 demands it of parameters only, whose keywords stand beside "in".
      if (line === '2.0' && !node.has('in')) continue;
      const message = 'This array does not say what its items are. Add "items"; "items: {}" allows anything.';
      report({ location: memberLocation(node, 'type'), message, ...(line === '2.0' && { severity: 'error' }) });
    }
  },
});
