import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compatRules } from '../../core/compat/index.ts';
import { schemaRules } from '../../core/compat/rules/schema-rules.ts';

const ids = new Set(compatRules.map(({ id }) => id));
const cases = join(import.meta.dirname, 'cases');

describe('the compatibility rules', () => {
  test('have ids of their own', () => {
    expect(compatRules.length).toBe(ids.size);
  });

  test('each have a mirror that exists, or a written waiver', () => {
    const alone = compatRules.filter(({ mirror }) =>
      'rule' in mirror ? !ids.has(mirror.rule) : mirror.waiver.length < 15,
    );
    expect(alone).toEqual([]);
  });

  test('each have a case that brings them about; those about schemas are shown in schema-rules.test.ts', () => {
    const shown = readdirSync(cases).flatMap((name) =>
      readFileSync(join(cases, name, 'changes.txt'), 'utf8')
        .split('\n')
        .flatMap((line) => /^(?:breaking|warning|info) (\S+)/.exec(line)?.[1] ?? []),
    );
    const known = new Set([...shown, ...schemaRules.map(({ id }) => id)]);
    expect([...ids].filter((id) => !known.has(id))).toEqual([]);
  });

  test('are not their own mirror', () => {
    expect(compatRules.filter(({ id, mirror }) => 'rule' in mirror && mirror.rule === id)).toEqual([]);
  });

  test('each say what happened, why it matters and what to do', () => {
    const silent = compatRules.filter((rule) =>
      [rule.summary, rule.why, rule.fix].some((text) => !/^[A-Z].{8,}\.$/s.test(text)),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('that break say what to do instead', () => {
    const idle = compatRules.filter(({ severity, fix }) => severity !== 'info' && fix === 'Nothing to do.');
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test('follow the law: what narrows an input or widens an output breaks, unless a departure says why', () => {
    const lawless = compatRules.filter(({ direction, kind, severity, departures }) => {
      if (direction !== 'input' && direction !== 'output') return false;
      const breaks =
        kind === (direction === 'input' ? 'narrowed' : 'widened') || (kind === 'changed' && severity !== 'info');
      return breaks && severity !== 'breaking' && Object.keys(departures).length === 0;
    });
    expect(lawless.map(({ id }) => id)).toEqual([]);
  });

  test('give a reason for every departure from the law', () => {
    const silent = compatRules.flatMap(({ id, departures }) =>
      Object.entries(departures).flatMap(([profile, { because }]) => (because.length < 20 ? [`${id} ${profile}`] : [])),
    );
    expect(silent).toEqual([]);
  });
});
