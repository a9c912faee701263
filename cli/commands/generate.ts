import { relative } from 'node:path';
import type { Contract } from '../../core/contract/model.ts';
import { type Diagnostic, sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { targetIds } from '../../generators/index.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version } from '../version.ts';
import { type Entry, entriesOf } from './generate-entries.ts';
import { checkEntry, type GeneratedEntry, planEntry, writeEntry } from './generate-entry.ts';
import type { GenerateOptions } from './generate-options.ts';

/** `generate`: returns the exit code. A contract with errors gets its findings printed and no code. */
export async function generate(options: GenerateOptions, world: Surroundings): Promise<number> {
  const config = await loadConfig(world.cwd, options.config);
  const entries = entriesOf(options, config, world.cwd);
  const sound = await contractsOf(entries, config);
  const findings: Diagnostic[] = [...sound.findings];
  const act = options.check ? checkEntry : options.dryRun ? planEntry : writeEntry;
  let stale = false;
  for (const entry of entries) {
    const contract = sound.contracts.get(entry.contract);
    if (contract === undefined) continue;
    const started = performance.now();
    const generated = await generateEntry(entry, contract);
    const { summary, differs } = act(generated, { force: options.force });
    const took = `${Math.round(performance.now() - started)} ms`;
    const folder = relative(world.cwd, entry.output) || '.';
    const [result = '', ...details] = summary.split('\n');
    const line = `${entry.target}  ${relative(world.cwd, entry.contract)} -> ${folder}  ${result} (${took})`;
    world.out.write(`${[line, ...details].join('\n')}\n`);
    stale ||= differs;
    findings.push(...generated.diagnostics);
  }
  printFindings(findings, new Set(entries.map(({ contract }) => contract)).size, world);
  if (sound.refused) world.out.write('Nothing was generated from contracts with errors.\n');
  if (stale)
    world.out.write(
      'The generated code is not what the contracts say. Run "ai2text-contracts generate" and commit the result.\n',
    );
  return stale || sound.refused ? 1 : 0;
}

interface Sound {
  /** By absolute path, those without errors. */
  readonly contracts: ReadonlyMap<string, Contract>;
  /** What was found in those with errors. */
  readonly findings: readonly Diagnostic[];
  readonly refused: boolean;
}

/** Reads and validates each contract once. */
async function contractsOf(entries: readonly Entry[], config: Config): Promise<Sound> {
  const { checkFiles } = await import('../check-files.ts');
  const { findInputs } = await import('../inputs.ts');
  const { crossRules } = await import('../../core/rules/index.ts');
  // What holds between contracts cannot be judged from one of them, and generated code does not depend on it.
  const between = new Set(crossRules.map(({ id }) => id));
  const contracts = new Map<string, Contract>();
  const findings: Diagnostic[] = [];
  for (const path of new Set(entries.map((entry) => entry.contract))) {
    const checked = await checkFiles(findInputs([path], config.root, config.root), config);
    const contract = checked.documents[0]?.contract;
    const own = checked.diagnostics.filter(({ rule }) => !between.has(rule));
    const isSound = !own.some(({ severity }) => severity === 'error');
    if (contract !== undefined && isSound) contracts.set(path, contract);
    else findings.push(...own);
  }
  return { contracts, findings, refused: findings.length > 0 };
}

async function generateEntry(entry: Entry, contract: Contract): Promise<GeneratedEntry> {
  const { loadTarget } = await import('../../generators/index.ts');
  const target = await loadTarget(entry.target);
  if (target === undefined)
    throw new UsageError(`There is no target "${entry.target}". Known are ${targetIds.join(', ')}.`);
  if (!target.accepts.includes(contract.kind)) {
    const wanted = target.accepts.includes('http') ? 'OpenAPI' : 'AsyncAPI';
    const given = contract.kind === 'http' ? 'OpenAPI' : 'AsyncAPI';
    throw new UsageError(
      `The target "${target.id}" generates from ${wanted}, but ${contract.root.source.path} is ${given}. Choose another target for it.`,
    );
  }
  const { files, diagnostics } = target.generate(contract, entry.options);
  return { diagnostics, request: { folder: entry.output, target: target.id, toolVersion: version, files } };
}

function printFindings(findings: readonly Diagnostic[], checked: number, world: Surroundings): void {
  // What only widens a type is no news to someone who generates every day.
  const telling = findings.filter(({ severity }) => severity !== 'info');
  if (telling.length === 0) return;
  const report = { diagnostics: sortDiagnostics(telling), checked, toolVersion: version, describe: () => undefined };
  world.out.write(printReport(report, 'text', wantsColor(world.out, world.env)));
}
