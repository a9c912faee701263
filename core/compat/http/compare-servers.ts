import type { Server } from '../../contract/model.ts';
import type { Comparison } from '../comparison.ts';
import { compareBindings } from '../events/compare-bindings.ts';
import { match } from '../match/pairs.ts';
import { pathShape } from '../match/path-template.ts';
import { compareRequirements } from './compare-security.ts';
import type { Exchange } from './exchange.ts';

/** Compares the servers of an operation that are not those of the whole contract, which are compared once. */
export function compareServers({ before, after, comparison, subject }: Exchange): void {
  const own = before.servers !== comparison.before.servers || after.servers !== comparison.after.servers;
  if (own) compareServerLists(before.servers, after.servers, subject, comparison);
}

export function compareServerLists(
  before: readonly Server[],
  after: readonly Server[],
  subject: string,
  comparison: Comparison,
): void {
  const [first, other] = [before[0]?.location, after[0]?.location];
  const { pairs, removed, added } = match(written(before), written(after), [
    (server) => trimmed(addressOf(server)),
    (server) => pathShape(trimmed(addressOf(server))),
  ]);
  for (const [old, now] of pairs) compareServer(old, now, subject, comparison);
  for (const server of removed) {
    const address = addressOf(server);
    const finding = {
      rule: 'server-removed',
      subject,
      place: `server ${address}`,
      what: `the server ${address} was removed`,
    };
    comparison.report({ ...finding, before: server.location, after: other ?? comparison.after.root.location() });
  }
  for (const server of added) {
    const address = addressOf(server);
    const finding = {
      rule: 'server-added',
      subject,
      place: `server ${address}`,
      what: `the server ${address} was added`,
    };
    comparison.report({ ...finding, before: first ?? comparison.before.root.location(), after: server.location });
  }
}

/** Without the one that stands for the absence of a list: its place is the document itself. */
function written(servers: readonly Server[]): readonly Server[] {
  return servers.filter(({ location }) => location.pointer !== '');
}

/** AsyncAPI 2.x may write the protocol beside the URL instead of into it. */
function addressOf({ url, protocol }: Server): string {
  return protocol === undefined || url.includes('://') ? url : `${protocol}://${url}`;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}

function compareServer(old: Server, now: Server, subject: string, comparison: Comparison): void {
  compareVariables(old, now, subject, comparison);
  const places = { before: old.location, after: now.location };
  const inner = `server ${addressOf(old)}`;
  const tell = (finding: { rule: string; place: string; what: string } & typeof places): void => {
    comparison.report({ ...finding, subject: inner });
  };
  compareRequirements(old.security, now.security, { places, tell }, comparison);
  compareBindings(old.bindings, now.bindings, { subject: inner, places, action: undefined }, comparison);
}

function compareVariables(old: Server, now: Server, subject: string, comparison: Comparison): void {
  for (const variable of old.variables) {
    const other = now.variables.find(({ name }) => name === variable.name);
    if (other === undefined) continue;
    const [was, is] = [variable.enum, other.enum];
    const lost = is === undefined ? [] : (was ?? ['any other value']).filter((value) => !is.includes(value));
    const gained = was === undefined ? [] : (is ?? ['any other value']).filter((value) => !was.includes(value));
    const places = { before: variable.location, after: other.location };
    const place = `server ${old.url} variable ${variable.name}`;
    const tell = (rule: string, what: string): void =>
      comparison.report({ rule, subject, place, what: `${place} ${what}`, ...places });
    if (lost.length > 0) tell('server-variable-narrowed', `no longer allows ${lost.join(', ')}`);
    else if (gained.length > 0) tell('server-variable-widened', `allows ${gained.join(', ')} now`);
  }
}
