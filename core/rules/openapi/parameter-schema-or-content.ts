import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const parameterSchemaOrContent = httpRule({
  id: 'parameter-schema-or-content',
  severity: 'error',
  summary: 'A parameter or header has a schema or a content with one entry, and not both.',
  why: 'The two say in different ways how a value is written; with both or neither nobody knows how to read it.',
  fix: 'Keep one of the two. A content has exactly one media type.',
  reference: 'OpenAPI 3.1.1, 4.8.12 Parameter Object; 4.8.21 Header Object',
  check(contract, report) {
    if (contract.dialect.line === '2.0') return;
    const headers = new Set(objectsOf(contract, 'header'));
    for (const node of [...objectsOf(contract, 'parameter'), ...headers]) {
      const what = headers.has(node) ? 'header' : 'parameter';
      const entries = node.get('content')?.entries().length;
      if (node.has('schema') === node.has('content')) {
        const problem = node.has('schema') ? 'both schema and content' : 'neither schema nor content';
        const location = node.has('content') ? memberLocation(node, 'content') : node.location();
        report({ location, message: `This ${what} has ${problem}. It needs exactly one of them.` });
      } else if (entries !== undefined && entries !== 1) {
        const message = `The content of this ${what} has ${entries} entries. It needs exactly one.`;
        report({ location: memberLocation(node, 'content'), message });
      }
    }
  },
});
