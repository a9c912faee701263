import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { targetIds } from '../../generators/index.ts';
import type { TargetOptions } from '../../generators/target.ts';
import type { Config } from '../config/config.ts';
import { findInputs } from '../inputs.ts';
import type { GenerateOptions } from './generate-options.ts';

/** One target for one contract. Paths are absolute. */
export interface Entry {
  readonly contract: string;
  readonly target: string;
  readonly output: string;
  readonly options: TargetOptions;
}

type Asked = Pick<GenerateOptions, 'contracts' | 'targets' | 'output' | 'importExtension'>;

/**
 * What to generate: contracts times targets into `--output`, or, without an output, those of the configured entries that
 * the named contracts and targets choose.
 */
export function entriesOf(asked: Asked, config: Config, cwd: string): readonly Entry[] {
  for (const target of [...asked.targets, ...config.generate.map((entry) => entry.target)]) refuseUnknown(target);
  if (asked.output === '') throw new UsageError('--output is empty. Name the folder that the generator is to own.');
  const contracts = asked.contracts.length === 0 ? undefined : filesOf(asked.contracts, config, cwd);
  return asked.output === undefined
    ? configured(asked, config, contracts)
    : crossed(asked, contracts ?? filesOf(config.contracts, config, config.root), resolve(cwd, asked.output));
}

function configured(asked: Asked, config: Config, contracts: readonly string[] | undefined): readonly Entry[] {
  const all = config.generate.map(({ contract, target, output, options }) => ({
    contract: resolve(config.root, contract),
    target,
    output: resolve(config.root, output),
    options: asked.importExtension === undefined ? options : { ...options, importExtension: asked.importExtension },
  }));
  if (all.length === 0) {
    throw new UsageError(
      'Nothing is configured to be generated. Name a contract, --target and --output, or list entries under "generate" in ai2text-contracts.config.json.',
    );
  }
  const chosen = all
    .filter(({ contract }) => contracts === undefined || contracts.includes(contract))
    .filter(({ target }) => asked.targets.length === 0 || asked.targets.includes(target));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    'No entry under "generate" in the configuration has this contract and target. Add one, or pass --target and --output.',
  );
}

/** A folder of its own for each contract and each target, as soon as there are several. */
function crossed(asked: Asked, contracts: readonly string[], output: string): readonly Entry[] {
  if (asked.targets.length === 0) {
    throw new UsageError(`--output needs a --target to write there. Known are ${targetIds.join(', ')}.`);
  }
  const entries = contracts.flatMap((contract) =>
    asked.targets.map((target) => ({
      contract,
      target,
      output: join(output, contracts.length > 1 ? nameOf(contract) : '', asked.targets.length > 1 ? target : ''),
      options: { importExtension: asked.importExtension ?? '.js' },
    })),
  );
  const folders = new Map<string, string>();
  for (const { contract, output: folder } of entries) {
    const other = folders.get(folder);
    if (other !== undefined && other !== contract) {
      throw new UsageError(
        `${contract} and ${other} would both be generated into ${folder}. Generate them one by one.`,
      );
    }
    folders.set(folder, contract);
  }
  return entries;
}

/** A folder stands for its current contracts: frozen releases are history, and generated from only when named. */
function filesOf(paths: readonly string[], config: Config, from: string): readonly string[] {
  const { root, paths: found } = findInputs(paths, from, config.root);
  const named = new Set(paths.map((path) => resolve(from, path)));
  return found
    .filter((path) => !/(^|\/)releases\//.test(path) || named.has(resolve(root, path)))
    .map((path) => resolve(root, path));
}

/** `contracts/search/openapi.yaml` is known as `search`, any other file by its own name. */
function nameOf(contract: string): string {
  const file = basename(contract).replace(/\.(ya?ml|json)$/i, '');
  return /^(openapi|asyncapi|swagger)$/i.test(file) ? basename(dirname(contract)) : file;
}

function refuseUnknown(target: string): void {
  if (targetIds.includes(target)) return;
  throw new UsageError(`There is no target "${target}". Known are ${targetIds.join(', ')}.`);
}
