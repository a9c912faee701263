import type { Bindings, Channel, EventContract, EventOperation, Message } from '../../contract/model.ts';
import { jsonEqual } from '../../source/json.ts';
import type { Comparison } from '../comparison.ts';
import { matchMessages, type NamedMessage } from '../match/messages.ts';
import { match } from '../match/pairs.ts';
import { pathShape } from '../match/path-template.ts';
import { compareMessage } from './compare-message.ts';
import { type Action, eventDuty } from './event-duty.ts';

export function compareEvents(before: EventContract, after: EventContract, comparison: Comparison): void {
  const channels = match(before.channels, after.channels, [
    ({ address }) => address,
    ({ address }) => address && pathShape(address),
    ({ name }) => name,
  ]);
  for (const channel of channels.removed) {
    const subject = `channel ${printChannel(channel)}`;
    const places = { before: channel.location, after: after.root.location() };
    comparison.report({ rule: 'channel-removed', subject, place: '', what: `${subject} was removed`, ...places });
  }
  for (const channel of channels.added) {
    const subject = `channel ${printChannel(channel)}`;
    const places = { before: before.root.location(), after: channel.location };
    comparison.report({ rule: 'channel-added', subject, place: '', what: `${subject} was added`, ...places });
  }
  for (const [old, now] of channels.pairs) compareChannel(old, now, comparison);
  compareOperations(before, after, new Map(channels.pairs), comparison);
}

function printChannel({ address, name }: Channel): string {
  return address ?? name;
}

function compareChannel(old: Channel, now: Channel, comparison: Comparison): void {
  const subject = `channel ${printChannel(old)}`;
  const places = { before: old.location, after: now.location };
  const tell = (rule: string, place: string, what: string): void => {
    comparison.report({ rule, subject, place, what, ...places });
  };
  const [was, is] = [old.address, now.address];
  const moved = was !== undefined && (is === undefined || pathShape(was) !== pathShape(is));
  if (moved) tell('channel-address-changed', 'address', `the address is ${is ?? 'unknown'}, before ${was}`);
  old.templateNames.forEach((name, i) => {
    const other = now.templateNames[i];
    if (moved || other === undefined || other === name) return;
    tell('channel-parameter-renamed', `parameter ${name}`, `the parameter "${name}" is called "${other}" now`);
  });
  compareBindings(old.bindings, now.bindings, (protocol) => {
    tell('bindings-changed', `bindings ${protocol}`, `the ${protocol} binding changed`);
  });
}

function compareBindings(old: Bindings, now: Bindings, tell: (protocol: string) => void): void {
  for (const protocol of new Set([...old.keys(), ...now.keys()])) {
    if (!jsonEqual(old.get(protocol) ?? {}, now.get(protocol) ?? {})) tell(protocol);
  }
}

function compareOperations(
  before: EventContract,
  after: EventContract,
  channels: ReadonlyMap<Channel, Channel>,
  comparison: Comparison,
): void {
  const back = new Map([...channels].map(([old, now]) => [now, old]));
  const placeOf = ({ channel }: EventOperation): string => printChannel(back.get(channel) ?? channel);
  const { pairs, removed, added } = match(before.operations, after.operations, [
    (operation) => `${operation.action} ${placeOf(operation)} ${operation.name}`,
    (operation) => `${operation.action} ${placeOf(operation)}`,
  ]);
  for (const [old, now] of pairs) compareOperation(old, now, comparison);
  const turned = match(removed, added, [(operation) => `${placeOf(operation)} ${operation.name}`]);
  for (const [old, now] of turned.pairs) {
    const subject = subjectOf(old);
    const what = `the action is ${now.action} now`;
    const places = { before: old.location, after: now.location };
    comparison.report({ rule: 'event-operation-action-changed', subject, place: '', what, ...places });
  }
  for (const operation of turned.removed) {
    if (!channels.has(operation.channel)) continue;
    const subject = subjectOf(operation);
    const places = { before: operation.location, after: after.root.location() };
    comparison.report({
      rule: 'event-operation-removed',
      subject,
      place: '',
      what: `${subject} was removed`,
      ...places,
    });
  }
  for (const operation of turned.added) {
    if (!back.has(operation.channel)) continue;
    const subject = subjectOf(operation);
    const places = { before: before.root.location(), after: operation.location };
    comparison.report({ rule: 'event-operation-added', subject, place: '', what: `${subject} was added`, ...places });
  }
  compareLoneChannels(before, after, channels, comparison);
}

function subjectOf({ action, channel }: EventOperation): string {
  return `${action} ${printChannel(channel)}`;
}

function compareOperation(old: EventOperation, now: EventOperation, comparison: Comparison): void {
  const subject = subjectOf(old);
  const places = { before: old.location, after: now.location };
  compareBindings(old.bindings, now.bindings, (protocol) => {
    const what = `the ${protocol} binding changed`;
    comparison.report({ rule: 'bindings-changed', subject, place: `bindings ${protocol}`, what, ...places });
  });
  if (!old.deprecated && now.deprecated) {
    comparison.report({
      rule: 'operation-deprecated',
      subject,
      place: 'deprecation',
      what: `${subject} is deprecated`,
      ...places,
    });
  }
  compareMessages(old.messages, now.messages, { action: old.action, subject, places }, comparison);
  compareReply(old, now, comparison);
}

interface Carrier {
  readonly action: Action;
  readonly subject: string;
  readonly places: { readonly before: Message['location']; readonly after: Message['location'] };
}

function compareMessages(
  before: readonly Message[],
  after: readonly Message[],
  { action, subject, places }: Carrier,
  comparison: Comparison,
): void {
  const named = (messages: readonly Message[], { schemas }: Comparison['before']): readonly NamedMessage[] =>
    messages.map((message) => ({ message, schemas }));
  const found = matchMessages(named(before, comparison.before), named(after, comparison.after));
  for (const [old, now] of found.pairs) {
    const inner = `${subject}: ${old.message.name}`;
    compareMessage({ before: old, after: now, action, subject: inner }, comparison);
  }
  for (const { message } of found.removed) {
    const finding = { rule: 'message-removed', subject, place: `message ${message.name}` };
    const what = `the message "${message.name}" was removed`;
    comparison.report({ ...finding, what, before: message.location, after: places.after });
  }
  const { mustNotWiden } = eventDuty(action, comparison.options.eventMode);
  for (const { message } of found.added) {
    const rule = mustNotWiden ? 'sent-message-added' : 'message-added';
    const what = `the message "${message.name}" was added`;
    const finding = { rule, subject, place: `message ${message.name}`, what };
    comparison.report({ ...finding, before: places.before, after: message.location });
  }
}

function compareReply(old: EventOperation, now: EventOperation, comparison: Comparison): void {
  const subject = `reply to ${subjectOf(old)}`;
  const [was, is] = [old.reply, now.reply];
  const places = { before: was?.location ?? old.location, after: is?.location ?? now.location };
  if (was === undefined) {
    if (is !== undefined)
      comparison.report({ rule: 'reply-added', subject, place: '', what: `${subject} was added`, ...places });
    return;
  }
  const tell = (what: string): void => {
    comparison.report({ rule: 'reply-changed', subject, place: '', what: `${subject} ${what}`, ...places });
  };
  if (is === undefined) {
    tell('was removed');
    return;
  }
  if (was.address !== is.address || was.channel?.address !== is.channel?.address) tell('goes to another place');
  const action = old.action === 'receive' ? 'send' : 'receive';
  compareMessages(was.messages, is.messages, { action, subject, places }, comparison);
}

/** Channels on which no operation is described: nobody says who sends and who receives. */
function compareLoneChannels(
  before: EventContract,
  after: EventContract,
  channels: ReadonlyMap<Channel, Channel>,
  comparison: Comparison,
): void {
  const used = new Set([...before.operations, ...after.operations].map(({ channel }) => channel));
  for (const [old, now] of channels) {
    if (used.has(old) || used.has(now)) continue;
    const places = { before: old.location, after: now.location };
    const carrier = { action: undefined, subject: `channel ${printChannel(old)}`, places };
    compareMessages(old.messages, now.messages, carrier, comparison);
  }
}
