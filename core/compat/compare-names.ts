import type { Contract } from '../contract/model.ts';
import type { Comparison } from './comparison.ts';

/** Names that only code generated from the contract sees; nothing of them is sent. */
export function compareNames(before: Contract, after: Contract, comparison: Comparison): void {
  if (comparison.options.profile !== 'generated-clients') return;
  const unused = new Set(before.components.flatMap(({ name, uses }) => (uses === 0 ? [name] : [])));
  // A schema of another file has a name as well, under which a release keeps it among its components.
  for (const [name, { location }] of before.schemas) {
    if (after.schemas.has(name) || unused.has(name)) continue;
    const subject = `schema ${name}`;
    const places = { before: location, after: after.root.location() };
    const finding = { rule: 'schema-renamed', subject, place: '', what: `${subject} is gone or has another name` };
    comparison.report({ ...finding, ...places });
  }
}
