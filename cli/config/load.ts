import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { RuleLevel, RuleSettings } from '../../core/rules/settings.ts';
import { isObject, type Json, type JsonObject } from '../../core/source/json.ts';
import type { Config, DiffConfig, FailOn, GenerateEntry } from './config.ts';

const names = ['ai2text-contracts.config.json', 'ai2text-contracts.config.yaml', 'ai2text-contracts.config.yml'];
/** What makes a folder a project. */
export const projectMarkers: readonly string[] = [...names, 'package.json', '.git'];

/**
 * Finds and checks the configuration: the file named, or the nearest one at or above `cwd`. It is data only: JSON or
 * YAML, never a program. A fault in it is a UsageError that names file, line and column.
 */
export async function loadConfig(cwd: string, named?: string): Promise<Config> {
  const file = named === undefined ? nearest(cwd, names) : resolve(cwd, named);
  if (file === undefined) return { ...defaults, root: dirname(nearest(cwd, projectMarkers) ?? join(cwd, 'x')) };
  if (!existsSync(file))
    throw new UsageError(`There is no configuration file ${relative(cwd, file)}. Create it or correct --config.`);
  const root = dirname(file);
  const value = await readChecked(file, relative(cwd, file));
  return { ...fromJson(value), root, file: relative(root, file) };
}

const defaults = {
  file: undefined,
  contracts: ['contracts'],
  settings: { rulesets: ['spec'], rules: new Map(), overrides: [] },
  failOn: 'error',
  allowUrls: [],
  generate: [],
  plugins: [],
  diff: {
    profile: 'standard',
    eventMode: 'ACTION',
    failOn: 'breaking',
    acceptedChanges: 'contracts/accepted-changes.yaml',
  },
} as const satisfies Omit<Config, 'root'>;

function nearest(from: string, candidates: readonly string[]): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = candidates.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

async function readChecked(file: string, shown: string): Promise<JsonObject> {
  const [{ parseSource }, { checkConfig }] = await Promise.all([
    import('../../core/source/parse.ts'),
    import('./check.ts'),
  ]);
  const { source, diagnostics } = parseSource(shown, readFileSync(file, 'utf8'));
  const problems = diagnostics.length > 0 ? diagnostics : await checkConfig(source);
  const [problem] = problems;
  if (problem !== undefined) {
    const { line, column } = problem.location.range.start;
    throw new UsageError(`${shown}:${line}:${column} ${problem.message}`);
  }
  // checkConfig has just established the shape, a mapping to begin with.
  return source.value as JsonObject;
}

/** The casts below only restate what the configuration schema has checked. */
function fromJson(value: JsonObject): Omit<Config, 'root' | 'file'> {
  const overrides = (value.overrides ?? []) as readonly {
    files: readonly string[];
    rulesets?: RuleSettings['rulesets'];
    rules?: Json;
  }[];
  const settings: RuleSettings = {
    rulesets: (value.rulesets ?? defaults.settings.rulesets) as RuleSettings['rulesets'],
    rules: levels(value.rules),
    overrides: overrides.map(({ files, rulesets, rules }) => ({ under: files, rulesets, rules: levels(rules) })),
  };
  const generate = (value.generate ?? []) as readonly (Omit<GenerateEntry, 'options'> & {
    options?: WrittenOptions;
  })[];
  return {
    contracts: (value.contracts ?? defaults.contracts) as readonly string[],
    settings,
    failOn: (value.failOn ?? defaults.failOn) as FailOn,
    allowUrls: (value.allowUrls ?? []) as readonly string[],
    diff: { ...defaults.diff, ...((value.diff ?? {}) as Partial<DiffConfig>) },
    plugins: (value.plugins ?? defaults.plugins) as readonly string[],
    generate: generate.map(({ contract, target, output, templates, options }) => ({
      contract,
      target,
      output,
      ...(templates !== undefined && { templates }),
      options: optionsOf(options),
    })),
  };
}

function optionsOf({ importExtension = '.js', ...settings }: WrittenOptions = {}): GenerateEntry['options'] {
  return {
    importExtension: importExtension as GenerateEntry['options']['importExtension'],
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

type WrittenOptions = Readonly<Record<string, string | boolean>>;

function levels(rules: Json | undefined): ReadonlyMap<string, RuleLevel> {
  return new Map(isObject(rules) ? (Object.entries(rules) as [string, RuleLevel][]) : []);
}
