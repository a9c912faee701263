import { describe, expect, test } from 'vitest';
import { type Effect, type SchemaArea, schemaRuleId, schemaRules } from '../../core/compat/rules/schema-rules.ts';
import type { Topic } from '../../core/compat/schemas/fact.ts';
import { rulesOf, schemaExamples } from './schema-examples.ts';

const areas: readonly SchemaArea[] = ['request', 'parameter', 'response', 'header', 'message'];
const effects: readonly Effect[] = ['narrowed', 'widened', 'changed'];
/** What a schema names says nothing of its values: only tolerant readers care. */
const naming: ReadonlySet<string> = new Set<Topic>(['known-property', 'known-form']);

/** Rules that no two schemas bring about, and why they are there. */
const unreachable: ReadonlySet<string> = new Set(
  areas.flatMap((area) => [
    // Of two lists that are closed by position one is never longer and shorter at once.
    `${area}-tuple-changed`,
    // Stands for the whole where no part of it explains the difference, which no pair of schemas is known to need.
    `${area}-schema-changed`,
  ]),
);

describe('a schema that changes in one respect is told of by one rule', () => {
  const shown = new Set<string>();
  for (const area of areas) {
    test(`in a ${area}`, () => {
      const expected = new Map<string, readonly string[]>();
      const found = new Map<string, readonly string[]>();
      // The keys of a record over Topic.
      for (const topic of Object.keys(schemaExamples) as Topic[]) {
        const example = schemaExamples[topic];
        for (const effect of effects) {
          const id = schemaRuleId(area, topic, effect);
          if (effect === 'changed' && example.other === undefined) continue;
          if (!schemaRules.some((rule) => rule.id === id)) continue;
          const beside = (example.beside?.[effect] ?? []).map((end) => `${area}-${end}`);
          const rules = rulesOf(example, effect, area, naming.has(topic) ? 'standard' : 'strict');
          expected.set(`${topic} ${effect}`, [id, ...beside].sort());
          found.set(`${topic} ${effect}`, [...rules].sort());
          shown.add(id);
        }
      }
      expect(found).toEqual(expected);
    });
  }

  test('and every rule about schemas has such a change', () => {
    const silent = schemaRules.filter(({ id }) => !shown.has(id) && !unreachable.has(id));
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect([...unreachable].filter((id) => shown.has(id) || !schemaRules.some((rule) => rule.id === id))).toEqual([]);
  });
});
