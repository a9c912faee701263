import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const parameterQueryOnly = httpRule({
  id: 'parameter-query-only',
  severity: 'warning',
  summary: '"allowEmptyValue" and "allowReserved" stand on parameters that they apply to.',
  why: 'They say how a query string is written. Elsewhere they have no meaning, so what the text promises does not hold.',
  fix: 'Remove it, or move the parameter into the query.',
  reference: 'OpenAPI 3.0.4, 4.7.12 Parameter Object; OpenAPI 2.0, Parameter Object',
  check(contract, report) {
    // The meta-schemas of 3.1 and 3.2 reject it by themselves.
    const { line } = contract.dialect;
    if (line !== '2.0' && line !== '3.0') return;
    for (const node of objectsOf(contract, 'parameter')) {
      const place = node.string('in');
      const isForm = line === '2.0' && place === 'formData';
      if (place === 'query' || isForm) continue;
      for (const key of ['allowEmptyValue', 'allowReserved']) {
        if (node.boolean(key) !== true) continue;
        const message = `"${key}" has no meaning for a ${place ?? ''} parameter. Remove it.`;
        report({ location: memberLocation(node, key), message });
      }
    }
  },
});
