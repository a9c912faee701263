import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { RuleInfo } from './rule.ts';

export type RuleLevel = Severity | 'off';

/** Which rules speak, and how loudly. */
export interface RuleSettings {
  /** Rulesets in force; a rule of another one speaks only when `rules` or an override names it. */
  readonly rulesets: readonly RuleInfo['ruleset'][];
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Later ones win; `under` is a path prefix relative to the project root. */
  readonly overrides: readonly RuleOverride[];
}

export interface RuleOverride {
  readonly under: readonly string[];
  /** Instead of the general ones; undefined leaves those in force. */
  readonly rulesets: readonly RuleInfo['ruleset'][] | undefined;
  readonly rules: ReadonlyMap<string, RuleLevel>;
}

export const defaultSettings: RuleSettings = { rulesets: ['spec'], rules: new Map(), overrides: [] };

/** What a finding of `rule` weighs in the file at `path`. */
export function levelOf(rule: RuleInfo, path: string, settings: RuleSettings): RuleLevel {
  const rulesets = overridesFor(path, settings).findLast((one) => one.rulesets !== undefined)?.rulesets;
  const inForce = (rulesets ?? settings.rulesets).includes(rule.ruleset);
  return configuredLevel(rule, path, settings) ?? (inForce ? rule.severity : 'off');
}

function configuredLevel(rule: RuleInfo, path: string, settings: RuleSettings): RuleLevel | undefined {
  const named = overridesFor(path, settings).findLast(({ rules }) => rules.has(rule.id));
  return (named ?? settings).rules.get(rule.id);
}

function overridesFor(path: string, { overrides }: RuleSettings): readonly RuleOverride[] {
  return overrides.filter(({ under }) => under.some((prefix) => isUnder(path, prefix)));
}

/** True when some setting could make the rule speak at all: lets a run skip its work. */
export function maySpeak(rule: RuleInfo, settings: RuleSettings): boolean {
  const levels = [settings.rules, ...settings.overrides.map(({ rules }) => rules)].map((rules) => rules.get(rule.id));
  if (levels.some((level) => level !== undefined && level !== 'off')) return true;
  const rulesets = [settings.rulesets, ...settings.overrides.map((override) => override.rulesets ?? [])].flat();
  return rulesets.includes(rule.ruleset) && settings.rules.get(rule.id) !== 'off';
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
