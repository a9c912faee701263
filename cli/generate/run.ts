import { join, relative } from 'node:path';
import { type Diagnostic, sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { ownTargetIds } from '../../generators/index.ts';
import { isCurrent } from '../../generators/output.ts';
import { usingTemplates } from '../../generators/render.ts';
import { faultInSettings } from '../../generators/settings.ts';
import type { Generated } from '../../generators/target.ts';
import { type Entry, entriesOf } from '../commands/generate-entries.ts';
import type { GenerateOptions } from '../commands/generate-options.ts';
import type { Config } from '../config/config.ts';
import { findInputs } from '../inputs.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version } from '../version.ts';
import type { GenerateCache } from './cache.ts';
import { type Mode, type Outcome, outcomeOf, outcomeOfCurrent } from './outcome.ts';
import { Progress } from './progress.ts';
import { type SoundContract, SoundContracts } from './sound-contracts.ts';
import { loadTargets, type Targets } from './targets.ts';
import { readUserTemplates, type UserTemplates } from './user-templates.ts';

export interface Run {
  readonly exitCode: number;
  /** Absolute paths of everything that the result depends on. */
  readonly read: ReadonlySet<string>;
  readonly targets: number;
  /** How many files were written or removed. */
  readonly changed: number;
}

/** Generates every entry once. A contract with errors gets its findings printed and no code. */
export async function runGenerate(
  options: GenerateOptions,
  config: Config,
  world: Surroundings,
  cache: GenerateCache | undefined,
): Promise<Run> {
  const targets = await loadTargets(options.plugins ?? [], config, world.cwd);
  const entries = entriesOf(options, config, { cwd: world.cwd, targetIds: targets.ids });
  const mode: Mode = options.check ? 'check' : options.dryRun ? 'dry-run' : 'write';
  const contracts = new SoundContracts(config);
  const findings: Diagnostic[] = [];
  const progress = new Progress(world.error, entries.length);
  let [differs, refused, changed, done] = [false, false, 0, 0];
  for (const entry of entries) {
    const shown = relative(world.cwd, entry.contract);
    progress.show(done++, `${entry.target} ${shown}`);
    const started = performance.now();
    const result = await resultOf(entry, mode, { options, config, world, cache, contracts, targets });
    progress.clear();
    if (result === undefined) {
      refused = true;
      continue;
    }
    const took = `${Math.round(performance.now() - started)} ms`;
    const folder = relative(world.cwd, entry.output) || '.';
    const { summary, details } = result.outcome;
    world.out.write(`${entry.target}  ${shown} -> ${folder}  ${summary} (${took})\n${details}`);
    differs ||= result.outcome.differs;
    changed += result.outcome.changed;
    findings.push(...result.diagnostics);
  }
  printFindings([...contracts.findings, ...findings], new Set(entries.map(({ contract }) => contract)).size, world);
  if (refused) world.out.write('Nothing was generated from contracts with errors.\n');
  if (differs && mode === 'check') world.out.write(stale);
  const exitCode = differs || refused ? 1 : 0;
  return { exitCode, read: contracts.read, targets: entries.length, changed };
}

const stale =
  'The generated code is not what the contracts say. Run "ai2text-contracts generate" and commit the result.\n';

interface Circumstances {
  readonly options: GenerateOptions;
  readonly config: Config;
  readonly world: Surroundings;
  readonly cache: GenerateCache | undefined;
  readonly contracts: SoundContracts;
  readonly targets: Targets;
}

interface Result {
  readonly outcome: Outcome;
  readonly diagnostics: readonly Diagnostic[];
}

/** From the cache when neither contract nor folder has changed since; undefined for a contract with errors. */
async function resultOf(entry: Entry, mode: Mode, circumstances: Circumstances): Promise<Result | undefined> {
  const { options, config, world, cache, contracts, targets } = circumstances;
  const inputs = findInputs([entry.contract], entry.root, entry.root);
  const templates =
    entry.templates === undefined ? undefined : readUserTemplates(entry.templates, entry.target, world.cwd);
  for (const { path } of templates?.reads(inputs.root) ?? []) contracts.read.add(join(inputs.root, path));
  // What other people's emitters and plugins print depends on their version, which no key of ours holds.
  const kept = ownTargetIds.includes(entry.target) ? cache : undefined;
  const known = kept?.find(entry, inputs, config);
  if (known !== undefined && isCurrent(entry.output, entry.target, known.files)) {
    for (const path of known.read) contracts.read.add(join(inputs.root, path));
    return { outcome: outcomeOfCurrent(mode, known.files), diagnostics: known.diagnostics };
  }
  const sound = await contracts.find(entry.contract, inputs);
  if (sound === undefined) return undefined;
  const { files, diagnostics } = await generated(entry, sound, { targets, templates });
  const request = { folder: entry.output, target: entry.target, toolVersion: version, files };
  const color = wantsColor(world.out, world.env);
  const outcome = outcomeOf(mode, request, { force: options.force, cwd: world.cwd, color });
  const reads = [...sound.workspace.reads, ...(templates?.reads(inputs.root) ?? [])];
  if (mode === 'write') kept?.store(entry, inputs, config, { files, diagnostics, reads });
  return { outcome, diagnostics };
}

interface Means {
  readonly targets: Targets;
  readonly templates: UserTemplates | undefined;
}

async function generated(
  entry: Entry,
  { contract, workspace }: SoundContract,
  { targets, templates }: Means,
): Promise<Generated> {
  const target = await targets.load(entry.target);
  const fault = faultInSettings(target, entry.options.settings);
  if (fault !== undefined) throw new UsageError(fault);
  if (!target.accepts.includes(contract.kind)) {
    const wanted = target.accepts.includes('http') ? 'OpenAPI' : 'AsyncAPI';
    const given = contract.kind === 'http' ? 'OpenAPI' : 'AsyncAPI';
    throw new UsageError(
      `The target "${target.id}" generates from ${wanted}, but ${contract.root.source.path} is ${given}. Choose another target for it.`,
    );
  }
  const generate = () => target.generate(contract, { ...entry.options, workspace });
  return await (templates === undefined ? generate() : usingTemplates(templates, generate));
}

function printFindings(findings: readonly Diagnostic[], checked: number, world: Surroundings): void {
  // What only widens a type is no news to someone who generates every day.
  const telling = findings.filter(({ severity }) => severity !== 'info');
  if (telling.length === 0) return;
  const report = { diagnostics: sortDiagnostics(telling), checked, toolVersion: version, describe: () => undefined };
  world.out.write(printReport(report, 'text', wantsColor(world.out, world.env)));
}
