import { resolve } from 'node:path';
import { atLeast, type Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { RuleLevel, RuleSettings } from '../../core/rules/settings.ts';
import { type Findings, ResultCache } from '../cache.ts';
import type { Config, FailOn } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { findInputs } from '../inputs.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write-whole.ts';
import type { ValidateOptions } from './validate-options.ts';

/** `validate`: returns the exit code. */
export async function runValidate(
  paths: readonly string[],
  options: ValidateOptions,
  world: Surroundings,
): Promise<number> {
  const config = await loadConfig(world.cwd, options.config);
  const settings = await withOptions(config.settings, options);
  const found = await findings(paths, { ...config, settings }, options, world);
  await print(found, options, world);
  return exitCode(found.diagnostics, options.failOn ?? config.failOn);
}

interface Counted extends Findings {
  readonly checked: number;
}

async function findings(
  paths: readonly string[],
  config: Config,
  options: ValidateOptions,
  world: Surroundings,
): Promise<Counted> {
  if (paths.length === 1 && paths[0] === '-') {
    const { checkText } = await import('../check-text.ts');
    return { ...(await checkText(await world.readInput(), config)), unchanged: 0 };
  }
  const named = paths.length > 0;
  const inputs = findInputs(named ? paths : config.contracts, named ? world.cwd : config.root, config.root);
  const cache = options.cache ? ResultCache.at(config.root) : undefined;
  const key = { inputs, settings: config.settings, allowUrls: config.allowUrls };
  const known = cache?.find(key);
  if (known !== undefined) return { ...known, checked: inputs.paths.length - known.unchanged };
  const { checkFiles } = await import('../check-files.ts');
  const { diagnostics, unchanged, workspace } = await checkFiles(inputs, config, { trustSums: options.cache });
  const found = { diagnostics, unchanged: unchanged.length };
  cache?.store(key, found, workspace);
  return { ...found, checked: inputs.paths.length - found.unchanged };
}

async function withOptions(settings: RuleSettings, options: ValidateOptions): Promise<RuleSettings> {
  const rules = new Map(settings.rules);
  for (const setting of options.rule ?? []) {
    const [id = '', level = ''] = setting.split('=');
    if (!isLevel(level))
      throw new UsageError(
        `--rule ${setting} is not understood. Write --rule ${id || 'rule-id'}=off, info, warning or error.`,
      );
    const { ruleById } = await import('../../core/rules/index.ts');
    if (ruleById(id) === undefined)
      throw new UsageError(`No rule is called ${JSON.stringify(id)}. The command "rules" lists them all.`);
    rules.set(id, level);
  }
  return { ...settings, rulesets: rulesetsOf(options.ruleset) ?? settings.rulesets, rules };
}

function rulesetsOf(names: readonly string[] | undefined): RuleSettings['rulesets'] | undefined {
  return names?.map((name) => {
    if (name === 'spec' || name === 'ai2text') return name;
    throw new UsageError(`There is no ruleset ${JSON.stringify(name)}. Known are spec and ai2text.`);
  });
}

function isLevel(text: string): text is RuleLevel {
  return text === 'off' || text === 'info' || text === 'warning' || text === 'error';
}

async function print(
  { diagnostics, checked, unchanged }: Counted,
  options: ValidateOptions,
  world: Surroundings,
): Promise<void> {
  const format = options.format ?? 'text';
  // The catalogue is loaded only for the format that quotes it.
  const describe = format === 'sarif' ? (await import('../../core/rules/index.ts')).ruleById : () => undefined;
  const color = options.output === undefined && wantsColor(world.out, world.env);
  const text = printReport({ diagnostics, checked, unchanged, toolVersion: version, describe }, format, color);
  if (options.output === undefined) world.out.write(text);
  else writeWhole(resolve(world.cwd, options.output), text, { shown: options.output });
}

function exitCode(diagnostics: readonly Diagnostic[], failOn: FailOn): number {
  if (failOn === 'never') return 0;
  return diagnostics.some(({ severity }) => atLeast(severity, failOn)) ? 1 : 0;
}
