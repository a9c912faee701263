import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { TargetOptions } from '../../generators/target.ts';
import type { Config } from '../config/config.ts';
import { findInputs, isInside } from '../inputs.ts';
import { projectAround } from '../project.ts';
import type { GenerateOptions } from './generate-options.ts';

/** One target for one contract. Paths are absolute. */
export interface Entry {
  readonly contract: string;
  /** The folder that the contract's references may not leave. */
  readonly root: string;
  readonly target: string;
  readonly output: string;
  readonly options: TargetOptions;
  /** The folder of templates that take the place of ours. */
  readonly templates?: string;
}

type Asked = Pick<GenerateOptions, 'contracts' | 'targets' | 'output' | 'importExtension' | 'settings' | 'templates'>;

/** Where the command line was written, and which targets there are. */
interface Known {
  readonly cwd: string;
  readonly targetIds: readonly string[];
}

/**
 * What to generate: contracts times targets into `--output`, or, without an output, those of the configured entries that
 * the named contracts and targets choose.
 */
export function entriesOf(asked: Asked, config: Config, known: Known): readonly Entry[] {
  const { cwd, targetIds } = known;
  for (const target of [...asked.targets, ...config.generate.map((entry) => entry.target)])
    refuseUnknown(target, targetIds);
  if (asked.output === '') throw new UsageError('--output is empty. Name the folder that the generator is to own.');
  const contracts = asked.contracts.length === 0 ? undefined : filesOf(asked.contracts, config, cwd);
  return asked.output === undefined
    ? configured(asked, config, { cwd, contracts })
    : crossed(asked, contracts ?? filesOf(config.contracts, config, config.root), { ...known, root: config.root });
}

interface Chosen {
  readonly cwd: string;
  readonly contracts: readonly string[] | undefined;
}

function configured(asked: Asked, config: Config, { cwd, contracts }: Chosen): readonly Entry[] {
  const all = config.generate.map(({ contract, target, output, templates, options }) => ({
    contract: resolve(config.root, contract),
    root: rootOf(resolve(config.root, contract), config),
    target,
    output: resolve(config.root, output),
    ...templatesOf(
      asked.templates === undefined ? templatesInside(templates, config.root) : resolve(cwd, asked.templates),
    ),
    options: optionsOf(asked, options),
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
function crossed(
  asked: Asked,
  contracts: readonly string[],
  { cwd, targetIds, root }: Known & { readonly root: string },
): readonly Entry[] {
  const output = resolve(cwd, asked.output ?? '.');
  if (asked.targets.length === 0) {
    throw new UsageError(`--output needs a --target to write there. Known are ${targetIds.join(', ')}.`);
  }
  const entries = contracts.flatMap((contract) =>
    asked.targets.map((target) => ({
      contract,
      root,
      target,
      output: join(output, contracts.length > 1 ? nameOf(contract) : '', asked.targets.length > 1 ? target : ''),
      ...templatesOf(asked.templates === undefined ? undefined : resolve(cwd, asked.templates)),
      options: optionsOf(asked, { importExtension: '.js' }),
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

/** The command line has the last word. */
function optionsOf({ importExtension, settings = [] }: Asked, configured: TargetOptions): TargetOptions {
  const named = Object.fromEntries(settings.map(readSetting));
  const all = { ...configured.settings, ...named };
  return {
    ...configured,
    ...(importExtension !== undefined && { importExtension }),
    ...(Object.keys(all).length > 0 && { settings: all }),
  };
}

function readSetting(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new UsageError(`--option takes a name and a value, such as dates=Date, and not "${text}".`);
}

/** A service may lie beside the contracts of a larger project, and have a configuration of its own. */
function rootOf(contract: string, { root }: Config): string {
  return isInside(root, contract) ? root : (projectAround(root, contract) ?? root);
}

function templatesOf(templates: string | undefined): Pick<Entry, 'templates'> {
  return templates === undefined ? {} : { templates };
}

/** A configuration comes with the project, perhaps from a stranger: what it names is not read elsewhere. */
function templatesInside(templates: string | undefined, root: string): string | undefined {
  if (templates === undefined) return undefined;
  const folder = resolve(root, templates);
  if (isInside(root, folder)) return folder;
  throw new UsageError(
    `The configuration takes templates from ${templates}, outside the project. Move them into it, or name them with --templates.`,
  );
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

function refuseUnknown(target: string, targetIds: readonly string[]): void {
  if (targetIds.includes(target)) return;
  throw new UsageError(`There is no target "${target}". Known are ${targetIds.join(', ')}.`);
}
