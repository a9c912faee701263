import { jsonEqual } from '../../source/json.ts';
import { eventRule } from './support/event-rule.ts';
import { repeatsIn } from './support/repeats.ts';

export const eventTagUnique = eventRule(
  {
    id: 'event-tag-unique',
    only: '2.x',
    severity: 'error',
    summary: 'A list of tags names each tag once.',
    why: 'Two tags with one name may describe it differently, and which description counts is undefined. The specification says so for the root; its test kit and reference parser hold every list to it.',
    fix: 'Merge the two, or rename one.',
    reference: 'AsyncAPI 2.6.0, AsyncAPI Object, tags: "Each tag name in the list MUST be unique"',
  },
  (document, report) => {
    const holders = document.objects('server', 'channel', 'operation', 'operationTrait', 'message', 'messageTrait');
    for (const holder of [document.root, ...holders]) {
      const names = (holder.get('tags')?.items() ?? []).flatMap((tag) => tag.get('name') ?? []);
      for (const { first, again, text } of repeatsIn(names)) {
        // Of tags that are equal in all they say, the structure check has said so.
        if (jsonEqual(first.parent?.value ?? null, again.parent?.value ?? null)) continue;
        report({
          location: again.location(),
          message: `The tag ${JSON.stringify(text)} is already in this list. Merge the two or rename one.`,
          related: [{ message: 'The first tag of this name.', location: first.location() }],
        });
      }
    }
  },
);
