import type { Parameter } from '../../contract/model.ts';
import { everyRequest } from '../../contract/walk.ts';
import type { Report } from '../rule.ts';
import { httpRule } from './http-rule.ts';
import { placeOnce } from './place-once.ts';

export const parameterUnique = httpRule({
  id: 'parameter-unique',
  severity: 'error',
  summary: 'A list of parameters has each name once per place.',
  why: 'Of two parameters with the same name and place only one can be meant, and tools differ in which.',
  fix: 'Remove or rename one of the two. An operation may declare a parameter of its path anew.',
  reference: 'OpenAPI 3.1.1, 4.8.9 Path Item Object; 4.8.10 Operation Object',
  check(contract, report) {
    const once = placeOnce(report);
    for (const { parameters } of contract.paths) reportRepeated(parameters, once);
    for (const { operation } of everyRequest(contract)) {
      for (const level of ['path', 'operation']) {
        reportRepeated(
          operation.parameters.filter(({ declaredAt }) => declaredAt === level),
          once,
        );
      }
    }
  },
});

function reportRepeated(parameters: readonly Parameter[], report: Report): void {
  const first = new Map<string, Parameter>();
  for (const parameter of parameters) {
    const key = `${parameter.in} ${parameter.name}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, parameter);
      continue;
    }
    const message = `The ${parameter.in} parameter "${parameter.name}" is listed twice. Remove or rename one of the two.`;
    report({ location: parameter.usedAt, message, related: [{ message: 'Also here', location: other.usedAt }] });
  }
}
