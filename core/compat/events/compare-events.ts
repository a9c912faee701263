import type { Channel, EventContract, EventOperation } from '../../contract/model.ts';
import type { Comparison } from '../comparison.ts';
import { compareOAuth } from '../http/compare-oauth.ts';
import { hasPassed, sunsetOf } from '../http/sunset.ts';
import { match } from '../match/pairs.ts';
import { pathShape } from '../match/path-template.ts';
import { compareChannel, printChannel } from './compare-channel.ts';
import { compareEventOperation, subjectOf } from './compare-event-operation.ts';
import { compareMessages } from './compare-messages.ts';

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
  const pairs = new Map(channels.pairs);
  compareOperations(before, after, pairs, comparison);
  compareLoneChannels(before, after, pairs, comparison);
  compareOAuth(before, after, comparison);
}

type Pairs = ReadonlyMap<Channel, Channel>;

function compareOperations(before: EventContract, after: EventContract, channels: Pairs, comparison: Comparison): void {
  const back = new Map([...channels].map(([old, now]) => [now, old]));
  const placeOf = ({ channel }: EventOperation): string => printChannel(back.get(channel) ?? channel);
  const { pairs, removed, added } = match(before.operations, after.operations, [
    (operation) => `${operation.action} ${placeOf(operation)} ${operation.name}`,
    (operation) => `${operation.action} ${placeOf(operation)}`,
  ]);
  for (const [old, now] of pairs) compareEventOperation(old, now, comparison);
  const turned = match(removed, added, [(operation) => `${placeOf(operation)} ${operation.name}`]);
  for (const [old, now] of turned.pairs) {
    const finding = { rule: 'event-operation-action-changed', subject: subjectOf(old), place: '' };
    const places = { before: old.location, after: now.location };
    comparison.report({ ...finding, what: `the action is ${now.action} now`, ...places });
  }
  // What happens to a channel is told of once, not for each of its operations as well.
  for (const operation of turned.removed.filter(({ channel }) => channels.has(channel))) {
    const subject = subjectOf(operation);
    const sunset = sunsetOf(operation.extensions);
    const passed = operation.deprecated && sunset !== undefined && hasPassed(sunset, comparison.now);
    const rule = passed ? 'operation-removed-after-sunset' : 'event-operation-removed';
    const what = `${subject} was removed${passed ? ` after its sunset on ${sunset}` : ''}`;
    const finding = { rule, subject, place: '', what };
    comparison.report({ ...finding, before: operation.location, after: after.root.location() });
  }
  for (const operation of turned.added.filter(({ channel }) => back.has(channel))) {
    const subject = subjectOf(operation);
    const finding = { rule: 'event-operation-added', subject, place: '', what: `${subject} was added` };
    comparison.report({ ...finding, before: before.root.location(), after: operation.location });
  }
}

/** Channels on which no operation is described: nobody says who sends and who receives. */
function compareLoneChannels(
  before: EventContract,
  after: EventContract,
  channels: Pairs,
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
