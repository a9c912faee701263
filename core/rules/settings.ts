import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { RuleInfo } from './rule.ts';

export type RuleLevel = Severity | 'off';

/** Which rules speak, and how loudly. */
export interface RuleSettings {
  /** Rulesets in force; a rule of another one speaks only when `rules` or an override names it. */
  readonly rulesets: readonly RuleInfo['ruleset'][];
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Later ones win; `under` is a path prefix relative to the project root. */
  readonly overrides: readonly { readonly under: readonly string[]; readonly rules: ReadonlyMap<string, RuleLevel> }[];
}

export const defaultSettings: RuleSettings = { rulesets: ['spec'], rules: new Map(), overrides: [] };

/** What a finding of `rule` weighs in the file at `path`. */
export function levelOf(rule: RuleInfo, path: string, settings: RuleSettings): RuleLevel {
  return configuredLevel(rule, path, settings) ?? (settings.rulesets.includes(rule.ruleset) ? rule.severity : 'off');
}

function configuredLevel(rule: RuleInfo, path: string, settings: RuleSettings): RuleLevel | undefined {
  let level = settings.rules.get(rule.id);
  for (const { under, rules } of settings.overrides) {
    if (under.some((prefix) => isUnder(path, prefix))) level = rules.get(rule.id) ?? level;
  }
  return level;
}

/** True when some setting could make the rule speak at all: lets a run skip its work. */
export function maySpeak(rule: RuleInfo, settings: RuleSettings): boolean {
  const levels = [settings.rules, ...settings.overrides.map(({ rules }) => rules)].map((rules) => rules.get(rule.id));
  if (levels.some((level) => level !== undefined && level !== 'off')) return true;
  return settings.rulesets.includes(rule.ruleset) && settings.rules.get(rule.id) !== 'off';
}

/** The finding as the settings want it, or nothing. A finding of a rule that no list knows keeps its own severity. */
export function applySettings(
  diagnostic: Diagnostic,
  rule: RuleInfo | undefined,
  settings: RuleSettings,
): Diagnostic | undefined {
  if (rule === undefined) return diagnostic;
  const { path } = diagnostic.location.source;
  if (levelOf(rule, path, settings) === 'off') return undefined;
  // A rule may weigh some of its findings less or more than usual; an explicit setting overrides that.
  const level = configuredLevel(rule, path, settings);
  return level === undefined || level === 'off' ? diagnostic : { ...diagnostic, severity: level };
}

function isUnder(path: string, prefix: string): boolean {
  const folder = prefix.replace(/^\.\//, '').replace(/\/+$/, '');
  return folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
