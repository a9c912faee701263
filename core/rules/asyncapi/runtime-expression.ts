import type { Node } from '../../source/node.ts';
import { eventRule } from './support/event-rule.ts';

/** What the meta-schemas let pass; whatever does not even start like this is reported by the structure check. */
const start = /^\$message\.(?:header|payload)#(.*)$/s;
/** RFC 6901. */
const jsonPointer = /^(?:\/(?:[^/~]|~[01])*)*$/;

export const runtimeExpression = eventRule(
  {
    id: 'runtime-expression',
    severity: 'error',
    summary: 'A runtime expression ends in a JSON pointer.',
    why: 'The part after "#" is looked up in the headers or the payload of each message. Text that is no JSON pointer finds nothing.',
    fix: 'Start the part after "#" with "/", and write "~1" for "/" and "~0" for "~" inside a name.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Runtime Expression; RFC 6901',
  },
  (document, report) => {
    for (const holder of document.objects('correlationId', 'replyAddress', 'parameter')) {
      const location: Node | undefined = holder.get('location');
      if (typeof location?.value !== 'string') continue;
      const pointer = start.exec(location.value)?.[1];
      if (pointer === undefined || jsonPointer.test(pointer)) continue;
      report({
        location: location.location(),
        message: `${JSON.stringify(pointer)} in ${JSON.stringify(location.value)} is not a JSON pointer. Write it as "/name" or "/outer/inner".`,
      });
    }
  },
);
