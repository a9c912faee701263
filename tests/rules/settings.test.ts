import { describe, expect, test } from 'vitest';
import type { RuleInfo } from '../../core/rules/rule.ts';
import { levelOf, type RuleSettings } from '../../core/rules/settings.ts';

const rule: RuleInfo = {
  id: 'path-case',
  ruleset: 'ai2text',
  severity: 'warning',
  summary: '',
  why: '',
  fix: '',
};

function level(settings: Partial<RuleSettings>, path = 'contracts/a/openapi.yaml'): string {
  return levelOf(rule, path, { rulesets: ['spec', 'ai2text'], rules: new Map(), overrides: [], ...settings });
}

describe('how much a finding weighs', () => {
  test('its own severity, when its ruleset is in force', () => expect(level({})).toBe('warning'));

  test('nothing, when its ruleset is not', () => expect(level({ rulesets: ['spec'] })).toBe('off'));

  test('what the rule is set to, ruleset in force or not', () => {
    const rules = new Map([['path-case', 'error']] as const);
    expect([level({ rules }), level({ rules, rulesets: [] })]).toEqual(['error', 'error']);
  });

  test('what the last override of the file says, of the rule before the ruleset', () => {
    const overrides = [
      { under: ['contracts'], rulesets: undefined, rules: new Map([['path-case', 'error']] as const) },
      { under: ['contracts/a/', './contracts/b'], rulesets: ['spec'] as const, rules: new Map() },
    ];
    expect([
      level({ overrides }),
      level({ overrides: overrides.slice(1) }),
      level({ overrides: overrides.slice(1) }, 'contracts/b'),
      level({ overrides: overrides.slice(1) }, 'contracts/ab/openapi.yaml'),
    ]).toEqual(['error', 'off', 'off', 'warning']);
  });
});
