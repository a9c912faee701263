import type { Contract } from '../contract/model.ts';
import type { Comparison } from './comparison.ts';

/** Names that only code generated from the contract sees; nothing of them is sent. */
export function compareNames(before: Contract, after: Contract, comparison: Comparison): void {
  if (comparison.options.profile !== 'generated-clients') return;
  const names = new Set(componentSchemas(after).map(({ name }) => name));
  for (const { name, location, uses } of componentSchemas(before)) {
    if (names.has(name) || uses === 0) continue;
    const subject = `schema ${name}`;
    const places = { before: location, after: after.root.location() };
    comparison.report({
      rule: 'schema-renamed',
      subject,
      place: '',
      what: `${subject} is gone or has another name`,
      ...places,
    });
  }
}

function componentSchemas({ components }: Contract): Contract['components'] {
  return components.filter(({ section }) => section === 'schemas' || section === 'definitions');
}
