import type { Node } from '../../source/node.ts';
import { eventRule } from './support/event-rule.ts';

const token = "[A-Za-z0-9!#$&^_.+'|~`%-]+";
/** RFC 9110, 8.3.1, parameters included. */
const mediaType = new RegExp(`^${token}/${token}\\s*(?:;.*)?$`, 's');

export const messageContentType = eventRule(
  {
    id: 'message-content-type',
    severity: 'error',
    summary: 'A content type is one media type.',
    why: 'The content type decides how a payload is encoded. A range such as application/* or a bare word such as json decides nothing.',
    fix: 'Write a full media type, such as application/json.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Message Object, contentType: "The value MUST be a specific media type"',
  },
  (document, report) => {
    const holders: Array<[Node, string]> = [[document.root, 'defaultContentType']];
    for (const holder of document.objects('message', 'messageTrait')) holders.push([holder, 'contentType']);
    for (const [holder, member] of holders) {
      const written = holder.get(member);
      if (typeof written?.value !== 'string' || mediaType.test(written.value)) continue;
      report({
        location: written.location(),
        message: `${JSON.stringify(written.value)} is not a specific media type. Write one such as application/json.`,
      });
    }
  },
);
