import type { HttpOperation, Parameter, PathItem } from '../../contract/model.ts';
import type { Report } from '../rule.ts';
import { httpRule } from './http-rule.ts';
import { placeOnce } from './place-once.ts';

export const pathParameterDeclared = httpRule({
  id: 'path-parameter-declared',
  severity: 'error',
  summary: 'Names in a path template and path parameters correspond.',
  why: 'A name without a parameter has no type and no value to put in; a parameter without a place in the template is never sent.',
  fix: 'Declare the parameter with "in: path", or put its name in braces into the path. A path without operations needs none.',
  reference: 'OpenAPI 3.1.1, 4.8.2 Path Templating; 4.8.12 Parameter Object',
  check(contract, report) {
    const once = placeOnce(report);
    for (const item of contract.paths) {
      reportMissing(item, once);
      const listed = [...item.parameters, ...item.operations.flatMap((operation) => operation.parameters)];
      for (const parameter of listed) reportUseless(parameter, item, once);
    }
  },
});

function reportMissing(item: PathItem, report: Report): void {
  for (const name of new Set(item.templateNames)) {
    if (name === '') continue;
    const without = item.operations.filter((operation) => !declares(operation, name));
    const everywhere = without.length === item.operations.length;
    const what = `"${name}" is in the path ${item.path} but is no path parameter`;
    if (without.length > 0 && everywhere) {
      report({ location: item.location, message: `${what}. Declare a parameter "${name}" with "in: path".` });
      continue;
    }
    for (const { location, method } of without) {
      const message = `${what} of ${method.toUpperCase()}. Declare a parameter "${name}" with "in: path" here or at the path.`;
      report({ location, message });
    }
  }
}

function declares({ parameters }: HttpOperation, name: string): boolean {
  return parameters.some((parameter) => parameter.in === 'path' && parameter.name === name);
}

function reportUseless({ in: place, name, usedAt }: Parameter, item: PathItem, report: Report): void {
  if (place !== 'path' || item.templateNames.includes(name)) return;
  const message = `The path parameter "${name}" has no place in ${item.path}. Add {${name}} to the path or remove the parameter.`;
  report({ location: usedAt, message });
}
