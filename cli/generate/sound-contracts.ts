import { join } from 'node:path';
import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Workspace } from '../../core/source/workspace.ts';
import type { Config } from '../config/config.ts';
import type { Inputs } from '../inputs.ts';

export interface SoundContract {
  readonly contract: Contract;
  readonly workspace: Workspace;
}

/** Reads and validates each contract once, when it is first asked for. */
export class SoundContracts {
  readonly #config: Config;
  readonly #known = new Map<string, Promise<SoundContract | undefined>>();
  /** What was found in those with errors. */
  readonly findings: Diagnostic[] = [];
  /** Absolute paths of everything that was read, in vain too. */
  readonly read = new Set<string>();

  constructor(config: Config) {
    this.#config = config;
  }

  /** Undefined for a contract with errors. */
  find(path: string, inputs: Inputs): Promise<SoundContract | undefined> {
    const known = this.#known.get(path) ?? this.#open(inputs);
    this.#known.set(path, known);
    return known;
  }

  async #open(inputs: Inputs): Promise<SoundContract | undefined> {
    const [{ checkFiles }, { crossRules }] = await Promise.all([
      import('../check-files.ts'),
      import('../../core/rules/index.ts'),
    ]);
    const { documents, diagnostics, workspace } = await checkFiles(inputs, this.#config);
    for (const { path } of workspace.reads) this.read.add(join(inputs.root, path));
    // What holds between contracts cannot be judged from one of them, and generated code does not depend on it.
    const between = new Set(crossRules.map(({ id }) => id));
    const own = diagnostics.filter(({ rule }) => !between.has(rule));
    const contract = documents[0]?.contract;
    if (contract !== undefined && !own.some(({ severity }) => severity === 'error')) return { contract, workspace };
    this.findings.push(...own);
    return undefined;
  }
}
