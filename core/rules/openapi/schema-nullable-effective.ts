import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const schemaNullableEffective = httpRule({
  id: 'schema-nullable-effective',
  severity: 'warning',
  summary: '"nullable: true" stands where it has an effect.',
  why: 'OpenAPI 3.0 lets it add null to the type beside it, and only to that; 3.1 does not know it. Elsewhere null stays forbidden although the text says otherwise.',
  fix: 'In 3.0, write the type beside it. In 3.1 and later, add "null" to the list of types.',
  reference: 'OpenAPI 3.0.4, 4.7.24 Schema Object; OpenAPI 3.1.1, 4.8.24 Schema Object',
  check(contract, report) {
    const { line } = contract.dialect;
    if (line === '2.0') return;
    for (const node of objectsOf(contract, 'schema')) {
      if (node.boolean('nullable') !== true) continue;
      if (line === '3.0' && node.has('type') && !node.has('$ref')) continue;
      const advice = line === '3.0' ? 'Write a type beside it.' : 'Add "null" to the list of types instead.';
      report({ location: memberLocation(node, 'nullable'), message: `"nullable" has no effect here. ${advice}` });
    }
  },
});
