import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';
import { quoteList } from './support/words.ts';

export const messageExampleContent = eventRule(
  {
    id: 'message-example-content',
    severity: 'error',
    summary: 'A message example holds headers, a payload, or both.',
    why: 'An example that puts the payload directly into the list is one without payload: it is neither shown nor checked.',
    fix: 'Put the value under payload or headers.',
    reference: 'AsyncAPI 2.6.0, Message Object, examples; AsyncAPI 3.0.0, Message Example Object',
  },
  (document, report) => {
    const { line } = document.contract.dialect;
    const known = line === '2.0' ? ['headers', 'payload'] : ['headers', 'payload', 'name', 'summary'];
    for (const { example, ofTrait } of uncheckedExamples(document, line)) {
      const unknown = example.entries().find(([key]) => !known.includes(key));
      if (unknown === undefined && !example.has('headers') && !example.has('payload')) {
        report({
          location: example.location(),
          message: 'This message example has neither headers nor payload. Add one of them.',
        });
      }
      if (unknown !== undefined && ofTrait) {
        report({
          location: unknown[1].location('key'),
          message: `A message example has no member ${JSON.stringify(unknown[0])}, only ${quoteList(known)}. Put the value under payload or headers.`,
        });
      }
    }
  },
);

/** The meta-schema of 2.0 knows the members of a message's examples, those of 2.1 on all of this rule; for traits, 2.6. */
function uncheckedExamples(document: AsyncApiDocument, line: string): { example: Node; ofTrait: boolean }[] {
  const messages = line === '2.0' ? document.objects('message') : [];
  const traits = /^2\.[0-5]$/.test(line) ? document.objects('messageTrait') : [];
  return [...messages, ...traits].flatMap((holder, i) => {
    const examples = holder.get('examples')?.items() ?? [];
    return examples
      .filter((example) => example.isObject)
      .map((example) => ({ example, ofTrait: i >= messages.length }));
  });
}
