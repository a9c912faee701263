import type { Tag } from '../../contract/model.ts';
import { httpRule } from './http-rule.ts';

export const tagUnique = httpRule({
  id: 'tag-unique',
  severity: 'error',
  summary: 'Each tag is declared once.',
  why: 'Operations refer to tags by name; of two declarations only one description is shown.',
  fix: 'Merge the two.',
  reference: 'OpenAPI 3.1.1, 4.8.1 OpenAPI Object',
  check(contract, report) {
    const first = new Map<string, Tag>();
    for (const tag of contract.tags) {
      const other = first.get(tag.name);
      if (other === undefined) {
        first.set(tag.name, tag);
        continue;
      }
      const message = `The tag "${tag.name}" is declared twice. Merge the two.`;
      report({ location: tag.location, message, related: [{ message: 'First here', location: other.location }] });
    }
  },
});
