import type { Change } from '../../core/compat/change.ts';
import { fingerprintOf } from '../../core/compat/fingerprint.ts';
import type { Contract } from '../../core/contract/model.ts';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import { contractFolder } from './releases.ts';
import type { Side } from './sides.ts';

export const contractRemoved = 'contract-removed';

/** The change that a whole contract is gone. There is no newer place; printers that need one take the older. */
export function removalOf(name: string, contract: Contract, before: Side | undefined): Change {
  const path = before?.path ?? name;
  const since = before?.origin.revision ?? (isFrozen(path) ? path : undefined);
  const place = contract.root.location();
  return {
    rule: contractRemoved,
    verdict: 'breaking',
    message: `The contract is gone${since === undefined ? '' : ` since ${since}`}. Whoever uses it breaks; keep it until its sunset.`,
    before: place,
    after: place,
    subject: name,
    witness: undefined,
    undecided: undefined,
    // The folder, which is known too where only the frozen releases are left.
    fingerprint: fingerprintOf(contractRemoved, contractFolder(path), ''),
  };
}

/** Of a contract that is gone, a frozen release tells the folder and not the file. */
export function isSameContract(entry: string, contract: string): boolean {
  return entry === contract || entry === contractFolder(contract) || contractFolder(entry) === contract;
}
