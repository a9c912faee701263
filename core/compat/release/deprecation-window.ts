import type { Contract, EventOperation, HttpOperation } from '../../contract/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { sunsetOf } from '../http/sunset.ts';

/** The least time between the release that announces a deprecation and the sunset. */
export const leastDays = 90;

/**
 * Holds every deprecation that a release announces against the window: it names a sunset in `x-sunset`, at least 90 days
 * after the day of the release.
 */
export function checkDeprecationWindow(
  before: Contract | undefined,
  after: Contract,
  now: Date,
): readonly Diagnostic[] {
  const announced = new Map(before === undefined ? [] : deprecatedIn(before));
  const earliest = new Date(now.getTime() + leastDays * 86_400_000);
  const day = earliest.toISOString().slice(0, 10);
  return deprecatedIn(after).flatMap(([name, operation]): Diagnostic[] => {
    const old = announced.get(name);
    const sunset = sunsetOf(operation.extensions);
    // What an earlier release has announced, it has promised; that a sunset moves is a change of its own.
    if (old !== undefined && (sunset === undefined || sunsetOf(old.extensions) !== undefined)) return [];
    if (sunset !== undefined && Date.parse(sunset) >= earliest.getTime() - 86_400_000) return [];
    const fault =
      sunset === undefined ? 'has no sunset' : `goes on ${sunset}, less than ${leastDays} days after this release`;
    const message = `${name} is deprecated and ${fault}. Write x-sunset: '${day}' or later beside "deprecated".`;
    return [{ rule: 'deprecation-window', severity: 'error', message, location: operation.location }];
  });
}

type Operation = HttpOperation | EventOperation;

function deprecatedIn(contract: Contract): Array<[string, Operation]> {
  const named: Array<[string, Operation]> =
    contract.kind === 'http'
      ? contract.operations.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation])
      : contract.operations.map((operation) => [`${operation.action} ${operation.name}`, operation]);
  return named.filter(([, { deprecated }]) => deprecated);
}
