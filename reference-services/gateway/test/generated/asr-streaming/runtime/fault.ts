// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OutputUnit } from '@cfworker/json-schema';
import { faultSentence } from './fault-sentence.ts';

/** One thing wrong with a request or response. A `pointer` leads into the body, `parameter` names a parameter. */
export interface Fault {
  readonly detail: string;
  /** JSON pointer as a URI fragment: `#/labels/0`. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly in?: string;
}

/** What is wrong with a body as a whole. */
export function wholeFault(detail: string): Fault {
  return { pointer: '#', detail };
}

/** An answer need not list more of them. */
export const mostFaults = 10;

/**
 * The faults that a person can act on: the leaves of the validator's tree, and a union's own word where it says more.
 * `ruleOf` looks up the value of the keyword that was broken.
 */
export function faultsOf(found: readonly OutputUnit[], ruleOf: (keywordLocation: string) => unknown): Fault[] {
  const units = found.map((unit, i) => placed(unit, found[i - 1]));
  const silenced = new Set<OutputUnit>();
  for (const unit of units) {
    if (unit.keyword === 'anyOf' || unit.keyword === 'oneOf') silenceUnion(unit, units, silenced);
    if (unit.keyword === 'propertyNames' || /contains$/i.test(unit.keyword)) {
      const whole = { ...unit, keywordLocation: unit.keywordLocation.replace(/m(in|ax)Contains$/, 'contains') };
      for (const other of units) if (isBelow(other, whole)) silenced.add(other);
    }
  }
  const listed = new Set(units.filter((unit) => unit.keyword === 'enum').map((unit) => unit.instanceLocation));
  const faults = new Map<string, Fault>();
  for (const unit of units) {
    if (silenced.has(unit) || summaries.has(unit.keyword)) continue;
    // What is one of a list has its type as well.
    if (unit.keyword === 'type' && listed.has(unit.instanceLocation)) continue;
    const fault = faultSentence(unit, ruleOf(unit.keywordLocation));
    faults.set(`${fault.pointer} ${fault.detail}`, fault);
    if (faults.size === mostFaults) break;
  }
  return [...faults.values()];
}

/** They only say that something below them is wrong, which the validator lists too. */
const summaries: ReadonlySet<string> = new Set([
  ...['$ref', 'allOf', 'if', 'dependentSchemas', 'properties', 'patternProperties', 'additionalProperties'],
  ...['unevaluatedProperties', 'items', 'prefixItems', 'additionalItems', 'unevaluatedItems'],
]);

/** The schema `false` has no keyword of its own, so the validator gives no place in the schema; its parent comes before it. */
function placed(unit: OutputUnit, before: OutputUnit | undefined): OutputUnit {
  return unit.keyword === 'false' ? { ...unit, keywordLocation: `${before?.keywordLocation ?? '#'}/false` } : unit;
}

/** Either the branches of a union are left out, or the union itself, when a branch got further into the value. */
function silenceUnion(union: OutputUnit, units: readonly OutputUnit[], silenced: Set<OutputUnit>): void {
  const branches = units.filter((unit) => isBelow(unit, union));
  const deepest = Math.max(0, ...branches.map(depthOf));
  if (deepest <= depthOf(union)) {
    for (const unit of branches) silenced.add(unit);
    return;
  }
  silenced.add(union);
  for (const unit of branches) if (depthOf(unit) < deepest) silenced.add(unit);
}

function depthOf({ instanceLocation }: OutputUnit): number {
  return instanceLocation.split('/').length;
}

function isBelow(unit: OutputUnit, parent: OutputUnit): boolean {
  return (
    unit.keywordLocation.startsWith(`${parent.keywordLocation}/`) &&
    unit.instanceLocation.startsWith(parent.instanceLocation)
  );
}
