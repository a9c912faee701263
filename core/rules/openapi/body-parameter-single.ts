import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

export const bodyParameterSingle = httpRule({
  id: 'body-parameter-single',
  severity: 'error',
  summary: 'In 2.0, a request has one body parameter or form parameters, not both.',
  why: 'A request has one body. Two descriptions of it cannot both hold.',
  fix: 'Merge the body parameters into one schema, or describe the whole body as a form.',
  reference: 'OpenAPI 2.0, Parameter Object',
  check(contract, report) {
    if (contract.dialect.line !== '2.0') return;
    for (const node of objectsOf(contract, 'operation', 'pathItem')) {
      const items = node.get('parameters')?.items() ?? [];
      const bodies = items.filter((item) => placeOf(item) === 'body');
      const forms = items.filter((item) => placeOf(item) === 'formData');
      for (const item of bodies.slice(1)) {
        report({
          location: item.location(),
          message: 'This is a second body parameter. Merge the two into one schema.',
        });
      }
      const [form] = forms;
      if (bodies.length === 0 || form === undefined) continue;
      const message = 'A form parameter cannot stand beside a body parameter. Describe the body in one way.';
      report({ location: form.location(), message });
    }
  },
});

/** Also behind a reference to the document's own parameters. */
function placeOf(item: Node): string | undefined {
  const name = /^#\/parameters\/([^/~%]+)$/.exec(item.string('$ref') ?? '')?.[1];
  if (name === undefined) return item.string('in');
  let root = item;
  while (root.parent !== undefined) root = root.parent;
  return root.get('parameters')?.get(name)?.string('in');
}
