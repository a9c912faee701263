import type { Contract, OAuthFlow, SecurityRequirement, SecurityScheme } from '../../contract/model.ts';
import { everyRequest } from '../../contract/walk.ts';
import type { Comparison } from '../comparison.ts';
import { match } from '../match/pairs.ts';

/**
 * Compares how tokens are got: the OAuth flows of each scheme that some operation or server asks for in both versions.
 * Whether a scheme is asked for at all is for the requirements to tell.
 */
export function compareOAuth(before: Contract, after: Contract, comparison: Comparison): void {
  const schemes = match(requiredSchemes(before), requiredSchemes(after), [
    ({ name }) => name,
    // Under another name the same addresses mean the same authorization server.
    ({ flows }) => flows.map((flow) => urlsOf(flow).join(' ')).join(' '),
    ({ type }) => type,
  ]);
  const needed = scopesNeeded(before);
  for (const [old, now] of schemes.pairs) {
    const subject = `security scheme ${old.name}`;
    const places = { before: old.location, after: now.location };
    if (moved(old.oauth2MetadataUrl, now.oauth2MetadataUrl)) {
      const what = `the metadata URL is ${now.oauth2MetadataUrl ?? 'gone'}, before ${old.oauth2MetadataUrl}`;
      comparison.report({ rule: 'oauth-url-changed', subject, place: 'oauth2MetadataUrl', what, ...places });
    }
    const flows = match(old.flows, now.flows, [({ type }) => type]);
    for (const { type, location } of flows.removed) {
      const finding = { rule: 'oauth-flow-removed', subject, place: type, what: `the flow ${type} was removed` };
      comparison.report({ ...finding, before: location, after: now.location });
    }
    for (const { type, location } of flows.added) {
      const finding = { rule: 'oauth-flow-added', subject, place: type, what: `the flow ${type} was added` };
      comparison.report({ ...finding, before: old.location, after: location });
    }
    for (const [was, is] of flows.pairs) compareFlow(was, is, { subject, needed: needed.get(old.name) }, comparison);
  }
}

interface Scheme {
  readonly subject: string;
  /** Scopes that some operation asks for. */
  readonly needed: ReadonlySet<string> | undefined;
}

function compareFlow(old: OAuthFlow, now: OAuthFlow, { subject, needed }: Scheme, comparison: Comparison): void {
  const places = { before: old.location, after: now.location };
  const tell = (rule: string, place: string, what: string): void => {
    comparison.report({ rule, subject, place: `${old.type} ${place}`, what: `flow ${old.type}: ${what}`, ...places });
  };
  for (const key of urls) {
    const [was, is] = [old[key], now[key]];
    if (moved(was, is)) tell('oauth-url-changed', key, `the ${key} is ${is ?? 'gone'}, before ${was}`);
    else if (was === undefined && is !== undefined) tell('oauth-url-added', key, `the ${key} is ${is}`);
  }
  for (const scope of old.scopes.keys()) {
    if (now.scopes.has(scope)) continue;
    const rule = needed?.has(scope) === true ? 'oauth-scope-removed' : 'unneeded-oauth-scope-removed';
    tell(rule, `scope ${scope}`, `the scope "${scope}" was removed`);
  }
  for (const scope of now.scopes.keys()) {
    if (!old.scopes.has(scope)) tell('oauth-scope-added', `scope ${scope}`, `the scope "${scope}" was added`);
  }
}

const urls = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const;

function urlsOf(flow: OAuthFlow): readonly (string | undefined)[] {
  return urls.map((key) => written(flow[key]));
}

function moved(was: string | undefined, is: string | undefined): boolean {
  return was !== undefined && written(was) !== written(is);
}

/** The case of a host and a default port make no difference. */
function written(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).href : url;
}

function requiredSchemes(contract: Contract): readonly SecurityScheme[] {
  const names = new Set(requirementsOf(contract).flatMap(({ schemes }) => [...schemes.keys()]));
  return [...contract.securitySchemes.values()].filter(({ type, name }) => type === 'oauth2' && names.has(name));
}

function scopesNeeded(contract: Contract): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [name, scopes] of requirementsOf(contract).flatMap(({ schemes }) => [...schemes])) {
    const known = found.get(name) ?? new Set();
    for (const scope of scopes) known.add(scope);
    found.set(name, known);
  }
  return found;
}

function requirementsOf(contract: Contract): readonly SecurityRequirement[] {
  if (contract.kind === 'http') return everyRequest(contract).flatMap(({ operation }) => operation.security);
  return [...contract.operations, ...contract.servers].flatMap(({ security }) => security);
}
