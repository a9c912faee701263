import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

const forms: ReadonlySet<string> = new Set(['multipart/form-data', 'application/x-www-form-urlencoded']);

export const fileParameterConsumes = httpRule({
  id: 'file-parameter-consumes',
  severity: 'error',
  summary: 'In 2.0, an operation with a file parameter consumes a form.',
  why: 'A file travels as a part of a form. Without a form among the accepted types nobody knows how to send it.',
  fix: 'Add "multipart/form-data" to "consumes".',
  reference: 'OpenAPI 2.0, Parameter Object, type',
  check(contract, report) {
    if (contract.dialect.line !== '2.0') return;
    for (const operation of objectsOf(contract, 'operation')) {
      const consumes = operation.has('consumes') ? operation.strings('consumes') : contract.root.strings('consumes');
      if (consumes.some((type) => forms.has(type.split(';')[0]?.trim().toLowerCase() ?? ''))) continue;
      for (const parameter of operation.get('parameters')?.items() ?? []) {
        if (parameter.string('type') !== 'file') continue;
        const message = 'A file can only be sent in a form. Add "multipart/form-data" to "consumes".';
        report({ location: memberLocation(parameter, 'type'), message });
      }
    }
  },
});
