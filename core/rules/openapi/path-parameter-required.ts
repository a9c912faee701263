import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

export const pathParameterRequired = httpRule({
  id: 'path-parameter-required',
  severity: 'error',
  summary: 'A path parameter is required.',
  why: 'Without a value for it there is no URL to call: the default of "required", false, cannot hold.',
  fix: 'Write "required: true".',
  reference: 'OpenAPI 3.1.1, 4.8.12 Parameter Object',
  check(contract, report) {
    for (const node of objectsOf(contract, 'parameter')) {
      if (node.string('in') !== 'path' || node.boolean('required') === true) continue;
      const message = `The path parameter "${node.string('name') ?? ''}" is not marked as required. Write "required: true".`;
      report({ location: memberLocation(node, 'required'), message });
    }
  },
});
