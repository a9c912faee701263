import type { Node } from '../../source/node.ts';
import { httpRule } from './http-rule.ts';
import { memberLocation } from './objects-of.ts';

export const tagParentExists = httpRule({
  id: 'tag-parent-exists',
  severity: 'error',
  summary: 'The parent of a tag is another declared tag, and no tag is its own ancestor.',
  why: 'Documentation is nested by parents; a missing one leaves the tag nowhere, and a circle has no top.',
  fix: 'Declare the parent, or correct its name.',
  reference: 'OpenAPI 3.2.0, 4.22 Tag Object, parent',
  check(contract, report) {
    if (contract.dialect.line !== '3.2') return;
    const tags = new Map<string, Node>();
    for (const tag of contract.root.get('tags')?.items() ?? []) {
      const name = tag.string('name');
      if (name !== undefined && !tags.has(name)) tags.set(name, tag);
    }
    const inCircle = new Set<string>();
    for (const [name, tag] of tags) {
      const parent = tag.string('parent');
      if (parent === undefined) continue;
      const location = memberLocation(tag, 'parent');
      if (!tags.has(parent)) {
        report({ location, message: `No tag is named "${parent}". Declare it, or correct the name.` });
        continue;
      }
      const circle = circleOf(name, tags);
      if (circle.length === 0 || circle.some((each) => inCircle.has(each))) continue;
      for (const each of circle) inCircle.add(each);
      const message = `The tag "${name}" is its own ancestor: ${[...circle, name].join(', ')}. Remove one of these parents.`;
      report({ location, message });
    }
  },
});

/** The tags from `name` up until `name` comes again; none when it does not. */
function circleOf(name: string, tags: ReadonlyMap<string, Node>): readonly string[] {
  const passed = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !passed.has(at); at = tags.get(at)?.string('parent')) {
    passed.add(at);
    if (tags.get(at)?.string('parent') === name) return [...passed];
  }
  return [];
}
