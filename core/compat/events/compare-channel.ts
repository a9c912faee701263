import type { Bindings, Channel, Contract } from '../../contract/model.ts';
import type { Comparison } from '../comparison.ts';
import { pathShape } from '../match/path-template.ts';
import { compareBindings } from './compare-bindings.ts';

/** As people know it: by its address, where it has one before run time. */
export function printChannel({ address, name }: Channel): string {
  return address ?? name;
}

/** Compares where a channel is. What is sent over it belongs to its operations. */
export function compareChannel(old: Channel, now: Channel, comparison: Comparison): void {
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
  const [left, found] = [serversOf(old, comparison.before), serversOf(now, comparison.after)];
  const known = new Set(comparison.after.servers.map(({ name }) => name));
  for (const name of left) {
    // A server that is gone altogether is told of once.
    if (found.has(name) || !known.has(name)) continue;
    tell('channel-server-removed', `server ${name}`, `it is no longer on the server "${name}"`);
  }
  const before = new Set(comparison.before.servers.map(({ name }) => name));
  for (const name of found) {
    if (left.has(name) || !before.has(name)) continue;
    tell('channel-server-added', `server ${name}`, `it is on the server "${name}" now`);
  }
  const bindings = [old, now].map((channel) => withTopic(channel, [old, now]));
  compareBindings(bindings[0] ?? none, bindings[1] ?? none, { subject, places, action: undefined }, comparison);
}

const none: Bindings = new Map();

/** The topic of a channel that has one in either version: without a binding it is the address. */
function withTopic({ bindings, address }: Channel, either: readonly Channel[]): Bindings {
  const kafka = bindings.get('kafka');
  const isSaid = either.some((channel) => channel.bindings.get('kafka')?.fields.has('topic') === true);
  if (!isSaid || address === undefined || kafka?.fields.has('topic') === true) return bindings;
  const fields = new Map([...(kafka?.fields ?? []), ['topic', address] as const]);
  return new Map([...bindings, ['kafka', { fields, schemas: kafka?.schemas ?? new Map() }]]);
}

/** A channel that lists no servers is on all of them. */
function serversOf(channel: Channel, { servers }: Contract): ReadonlySet<string> {
  if (channel.servers.length > 0) return new Set(channel.servers);
  return new Set(servers.flatMap(({ name }) => name ?? []));
}
