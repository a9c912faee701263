import type { CompatRuleInfo, CompatVerdict, Profile } from '../../core/compat/index.ts';
import { compatRules, profiles } from '../../core/compat/index.ts';

/** Stands on each page that comes from the registry, so that one without a rule is found and removed. */
export const mark = '<!-- Printed by scripts/docs-compat.ts. -->';

/** Every page about the compatibility rules, by its path. */
export function compatDocs(): ReadonlyMap<string, string> {
  const pages = compatRules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, pageOf(rule)]);
  return new Map([['docs/compat-rules.md', overview()], ...pages]);
}

function overview(): string {
  const rows = compatRules.map((rule) => {
    const verdicts = profiles.map((profile) => verdictUnder(rule, profile));
    return `| [\`${rule.id}\`](rules/${rule.id}.md) | ${rule.direction} | ${verdicts.join(' | ')} | ${cell(rule.summary)} |`;
  });
  return `# Compatibility rules

Printed from the registry by \`node scripts/docs-compat.ts\`; \`ai2text-contracts explain <rule>\` prints one of them.

The law: what narrows an input or widens an output breaks. A profile may depart from it, with a reason on the rule's page.

| rule | concerns | ${profiles.join(' | ')} | what happened |
|---|---|${profiles.map(() => '---|').join('')}---|
${rows.join('\n')}
`;
}

function pageOf(rule: CompatRuleInfo): string {
  const { id, area, direction, kind, severity, summary, why, fix, mirror } = rule;
  const departures = profiles.flatMap((profile) => {
    const departure = rule.departures[profile];
    return departure === undefined ? [] : [`| ${profile} | ${departure.severity} | ${cell(departure.because)} |`];
  });
  const kept = profiles.filter((profile) => rule.departures[profile] === undefined);
  const law = kept.length === 0 ? [] : [`| ${kept.join(', ')} | ${severity} | the law |`];
  const other =
    'rule' in mirror ? `[\`${mirror.rule}\`](${mirror.rule}.md)` : `There is no such rule: ${mirror.waiver}`;
  return `# ${id}

${mark}

${summary}

${area}, ${direction}, ${kind}

## Why

${why}

## What to do

${fix}

## How it is weighed

| profile | verdict | because |
|---|---|---|
${[...law, ...departures].join('\n')}

## The other way round

${other}
`;
}

function verdictUnder({ severity, departures }: CompatRuleInfo, profile: Profile): CompatVerdict {
  return departures[profile]?.severity ?? severity;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
