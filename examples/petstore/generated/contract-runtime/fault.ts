// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OutputUnit } from '@cfworker/json-schema';

/** One thing wrong with a request or response. A `pointer` leads into the body, `parameter` names a parameter. */
export interface Fault {
  readonly detail: string;
  /** JSON pointer as a URI fragment: `#/labels/0`. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly in?: string;
}

/** The faults that a person can act on: the leaves of the validator's tree, and a union's own word where it says more. */
export function faultsOf(units: readonly OutputUnit[]): Fault[] {
  const unions = units.filter((unit) => unit.keyword === 'anyOf' || unit.keyword === 'oneOf');
  const silenced = new Set<OutputUnit>();
  for (const union of unions) silence(union, units, silenced);
  return units
    .filter((unit) => !silenced.has(unit) && !isSummary(unit, units))
    .slice(0, 20)
    .map((unit) => ({ pointer: unit.instanceLocation, detail: unit.error.slice(0, 500) }));
}

/** Either the branches of a union are left out, or the union itself, when a branch got further into the value. */
function silence(union: OutputUnit, units: readonly OutputUnit[], silenced: Set<OutputUnit>): void {
  const branches = units.filter((unit) => isBelow(unit, union));
  const deepest = Math.max(0, ...branches.map((unit) => unit.instanceLocation.length));
  if (deepest <= union.instanceLocation.length) {
    for (const unit of branches) silenced.add(unit);
    return;
  }
  silenced.add(union);
  for (const unit of branches) {
    if (unit.instanceLocation.length < deepest) silenced.add(unit);
  }
}

/** `properties`, `$ref` and the like only say that something below them is wrong. */
function isSummary(unit: OutputUnit, units: readonly OutputUnit[]): boolean {
  if (unit.keyword === 'false') return units.some((other) => other.keyword.endsWith('Properties'));
  if (unit.keyword === 'anyOf' || unit.keyword === 'oneOf') return false;
  return units.some((other) => isBelow(other, unit));
}

function isBelow(unit: OutputUnit, parent: OutputUnit): boolean {
  return (
    unit.keywordLocation.startsWith(`${parent.keywordLocation}/`) &&
    unit.instanceLocation.startsWith(parent.instanceLocation)
  );
}
