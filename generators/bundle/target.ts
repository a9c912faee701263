import { bundleContract } from '../../core/contract/bundle/bundle-contract.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import type { Generated, Target, TargetOptions } from '../target.ts';
import { workspaceOf } from './workspace-of.ts';

export const bundle: Target = {
  id: 'bundle',
  summary: 'The contract as one YAML file that refers to no other',
  accepts: ['http', 'event'],
  generate(contract: Contract, options: TargetOptions): Generated {
    const workspace = options.workspace ?? workspaceOf(contract);
    const { dialect, info } = contract;
    const root = workspace.open(contract.root.source.path);
    if ('refusal' in root) throw new Error(`The contract ${root.refusal}, though it was read before`);
    const read = readContract(root, dialect, workspace);
    const text = bundleContract({ ...read, workspace, version: info.version });
    return { files: [{ path: `${dialect.spec}.yaml`, text }], diagnostics: [] };
  },
};
