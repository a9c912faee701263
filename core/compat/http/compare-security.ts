import type { Contract, SecurityRequirement } from '../../contract/model.ts';
import type { Comparison, Finding, Places } from '../comparison.ts';
import { type Exchange, report } from './exchange.ts';

export function compareSecurity(exchange: Exchange): void {
  const { before, after, comparison } = exchange;
  const places = { before: before.location, after: after.location };
  const tell = (finding: Omit<Finding, 'subject'>): void => report(exchange, finding);
  compareRequirements(before.security, after.security, { places, tell }, comparison);
}

interface Carrier {
  /** Of what asks for the credentials. */
  readonly places: Places;
  readonly tell: (finding: Omit<Finding, 'subject'>) => void;
}

/**
 * Security is an OR of ANDs. What was enough must stay enough: for each old alternative there is a new one that asks for
 * nothing that the old one did not give.
 */
export function compareRequirements(
  before: readonly SecurityRequirement[],
  after: readonly SecurityRequirement[],
  { places: at, tell }: Carrier,
  comparison: Comparison,
): void {
  const old = before.map((requirement) => needsOf(requirement, comparison.before, comparison.after));
  const now = after.map((requirement) => needsOf(requirement, comparison.after, comparison.before));
  // No alternative at all means that nobody is asked.
  const [olds, news] = [old.length === 0 ? [nothing] : old, now.length === 0 ? [nothing] : now];
  const places = { before: before[0]?.location ?? at.before, after: after[0]?.location ?? at.after };
  const lost = olds.filter((each) => !news.some((needs) => suffices(each, needs)));
  const gained = news.filter((each) => !olds.some((needs) => suffices(each, needs)));
  for (const needs of lost) {
    const what = `the requirement ${print(needs)} is no longer enough; now needed: ${news.map(print).join(' or ')}`;
    tell({ rule: 'security-narrowed', place: `security ${print(needs)}`, what, ...places });
  }
  if (lost.length > 0) return;
  for (const needs of gained) {
    const what = `the requirement ${print(needs)} is enough now`;
    tell({ rule: 'security-widened', place: `security ${print(needs)}`, what, ...places });
  }
}

/** From what tells a scheme apart, whatever its name, to its name and the scopes that are needed. */
type Needs = ReadonlyMap<string, { readonly name: string; readonly scopes: ReadonlySet<string> }>;

const nothing: Needs = new Map();

function needsOf({ schemes }: SecurityRequirement, contract: Contract, other: Contract): Needs {
  return new Map(
    [...schemes].map(([name, scopes]) => {
      const definition = definitionOf(name, contract);
      // Two schemes of one kind may want different credentials, so the name decides where both versions have it.
      const identity = definitionOf(name, other) === definition ? `${name} ${definition}` : definition;
      return [identity, { name, scopes: new Set(scopes) }];
    }),
  );
}

/** What is shown to the service. The flows, by which a token is got, are compared once for each scheme. */
function definitionOf(name: string, { securitySchemes }: Contract): string {
  const scheme = securitySchemes.get(name);
  if (scheme === undefined) return `name ${name}`;
  const { type, in: place, parameterName, openIdConnectUrl, bearerFormat } = scheme;
  const parameter = place === 'header' ? parameterName?.toLowerCase() : parameterName;
  return JSON.stringify([type, place, parameter, scheme.scheme, openIdConnectUrl, bearerFormat]);
}

/** Whether who has `given` has all of `needs`. */
function suffices(given: Needs, needs: Needs): boolean {
  return [...needs].every(([identity, { scopes }]) => {
    const own = given.get(identity)?.scopes;
    return own !== undefined && [...scopes].every((scope) => own.has(scope));
  });
}

function print(needs: Needs): string {
  if (needs.size === 0) return '"nobody is asked"';
  return [...needs.values()]
    .map(({ name, scopes }) => (scopes.size === 0 ? name : `${name} (${[...scopes].join(', ')})`))
    .join(' and ');
}
