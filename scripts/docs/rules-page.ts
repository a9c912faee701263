import { allRules } from '../../core/rules/index.ts';
import type { RuleInfo } from '../../core/rules/rule.ts';

const rulesets: readonly { readonly name: RuleInfo['ruleset']; readonly about: string }[] = [
  { name: 'spec', about: 'What the specifications of OpenAPI and AsyncAPI demand or recommend. Always on.' },
  {
    name: 'ai2text',
    about:
      'The conventions of the ai2text platform. On when `rulesets` in the configuration or `--ruleset` names them.',
  },
];

/** `docs/rules.md`: every rule with its reasons, from the same registry that `rules` and `explain` print. */
export function rulesPage(): string {
  return [
    '# Rules',
    '',
    '<!-- Written by `npm run docs` from the rules themselves; edit those. -->',
    '',
    'A finding of severity `error` fails a run, a `warning` fails it under `--fail-on warning`, an `info` never does.',
    'The configuration gives a rule another severity or turns it `off`. A comment `# ai2text-ignore <rule>: <reason>` accepts',
    'the findings of a rule on its own line or, alone on a line, on the next one; `x-ai2text-ignore: { <rule>: <reason> }`',
    'accepts them in the object that it stands in. `ai2text-contracts explain <rule>` prints what stands here about one.',
    ...rulesets.flatMap(({ name, about }) => ruleset(name, about)),
  ].join('\n');
}

function ruleset(name: RuleInfo['ruleset'], about: string): string[] {
  const rules = allRules.filter((rule) => rule.ruleset === name);
  return ['', `## Ruleset \`${name}\``, '', `${about} ${rules.length} rules.`, ...rules.flatMap(section), ''].slice(
    0,
    -1,
  );
}

function section({ id, severity, summary, why, fix, reference }: RuleInfo): string[] {
  const source = reference === undefined ? [] : ['', `Source: ${reference}`];
  return ['', `### ${id}`, '', `**${severity}.** ${summary}`, '', `${why} ${fix}`, ...source];
}
