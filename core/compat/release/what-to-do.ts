import type { Change } from '../change.ts';
import { compatRule } from '../index.ts';

/** What a client does about a break that is released: the other side of a rule's advice, which is for authors. */
export function whatToDo({ rule }: Pick<Change, 'rule'>): string {
  const own = adviceByRule[rule];
  if (own !== undefined) return own;
  const { direction, area } = compatRule(rule) ?? {};
  if (direction === 'source') return 'Generate the client anew and take over the new names.';
  if (area === 'channel' || area === 'message')
    return 'Read the message in the new contract, and take both forms until the sunset.';
  if (direction === 'output') return 'Be ready to read what the new version may send before you move.';
  if (direction === 'input') return 'Send only what the new version accepts.';
  return 'Compare the operation in both contracts before you move.';
}

export const adviceByRule: Readonly<Record<string, string>> = {
  'binding-form-changed': 'Read and write messages in the new form when you move.',
  'binding-route-changed': 'Connect to the new place when you move, and read both until the sunset.',
  'callback-address-changed': 'Send your address where the new version reads it from.',
  'callback-removed': 'Wait for this call no longer; ask for what it told you.',
  'channel-address-changed': 'Listen at both addresses until the sunset, or send to the new one.',
  'channel-removed': 'Leave the channel; nothing comes from it or is read there any more.',
  'channel-server-removed': 'Connect to one of the servers that the channel is left on.',
  'event-operation-removed': 'Count on these messages no longer.',
  'error-status-added': 'Treat a status that you do not know like the one that ends in 00.',
  'message-property-removed': 'Leave the property out: what it asked for does not happen any more.',
  'message-removed': 'Count on this message no longer.',
  'oauth-flow-removed': 'Obtain tokens by one of the flows that are left.',
  'oauth-scope-removed': 'Ask for a scope that the operation names now.',
  'oauth-url-changed': 'Take over the new URL when you obtain tokens.',
  'operation-removed':
    'Stop calling it; the old major answers it until the sunset. Nothing of its name takes its place.',
  'parameter-became-required': 'Send it with every request; the old version accepts that too.',
  'parameter-removed': 'Leave it out: it has no effect any more.',
  'parameter-style-changed': 'Write its value in the new style when you move; the two versions read it differently.',
  'request-body-became-optional': 'Be ready for a call without a body.',
  'request-body-became-required': 'Send a body with every request; the old version accepts that too.',
  'request-body-removed': 'Send no body.',
  'request-encoding-changed': 'Encode that part in the new way when you move; the two versions read it differently.',
  'request-media-type-removed': 'Send one of the media types that are left.',
  'request-property-removed': 'Leave the property out: what it asked for does not happen any more.',
  'required-parameter-added': 'Send it with every request to the new version.',
  'required-request-body-added': 'Send a body with every request to the new version.',
  'response-encoding-changed': 'Read that part in the new way when you move; the two versions write it differently.',
  'response-header-became-optional': 'Do without the header where it is missing.',
  'response-header-removed': 'Do without the header.',
  'response-media-type-added': 'Name in Accept the media type that you read.',
  'response-media-type-removed': 'Name in Accept a media type that is left, and read that.',
  'security-narrowed': 'Authenticate in one of the ways that the new version names.',
  'sent-message-added': 'Leave messages alone whose type you do not know.',
  'server-removed': 'Call one of the servers that are left.',
  'success-status-added': 'Take every status of 200 to 299 for success.',
  'success-status-removed': 'Take every status of 200 to 299 for success, and read what the new one carries.',
  'sunset-moved-earlier': 'Stop using it before the new date.',
  'webhook-removed': 'Wait for this call no longer; ask for what it told you.',
};
