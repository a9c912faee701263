import { parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { EventTable } from '../../core/source/event-table.ts';

test('every kind of event comes back as the parser gave it', () => {
  const text = [
    '%YAML 1.2',
    '---',
    'plain: text',
    '\'quoted\': "double"',
    'escaped: "a\\n"',
    "doubled: 'it''s'",
    'folded: two',
    '  lines',
    'block: |+',
    '  kept',
    '',
    'stripped: >-',
    '  folded',
    'empty:',
    'anchored: &a [1, *a]',
    'tagged: !!str 1',
    'flow: {a: [], b: {}, ? c}',
    'list:',
    '  - &m !!map {x: 1}',
    '  - *m',
  ].join('\n');
  const events = parseEvents(text, {});
  const table = new EventTable(events);
  expect(Array.from({ length: table.length }, (_, i) => table.at(i))).toEqual(events);
  expect([table.at(-1), table.at(events.length)]).toEqual([undefined, undefined]);
});
