import type { Contract, HttpContract } from '../../core/contract/model.ts';
import type { Generated, Target, TargetOptions } from '../target.ts';

/** A target that somebody else's emitter prints: it takes its time, and is fed a prepared document. */
export interface Adapter extends Omit<Target, 'generate'> {
  generate(contract: Contract, options: TargetOptions): Promise<Generated>;
}

export function requireHttp(contract: Contract, id: string): HttpContract {
  if (contract.kind !== 'http') throw new Error(`The target ${id} accepts HTTP contracts only.`);
  return contract;
}
