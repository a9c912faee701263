import { describe, expect, it } from 'vitest';
import { Acceptance } from '../../../core/compat/subsume/accept.ts';
import { Confirmation } from '../../../core/compat/subsume/confirm.ts';
import type { Direction } from '../../../core/contract/walk.ts';
import type { Json } from '../../../core/source/json.ts';
import { build } from '../../schema/build.ts';

/** What ajv says of each value, under the root of a document of schemas. */
function answers(text: string, values: readonly Json[], direction?: Direction): ReadonlyArray<boolean | undefined> {
  const { schema, schemas } = build(text);
  const confirmation = new Confirmation({ tag: 'first', schemas }, new Acceptance(direction));
  return values.map((value) => confirmation.accepts(value, schema));
}

describe('the independent check', () => {
  it('follows references in circles, one schema at a time', () => {
    const text = `
$ref: '#/$defs/Node'
$defs:
  Node: {type: object, required: [count], properties: {count: {type: integer}, next: {$ref: '#/$defs/Node'}}}
`;
    expect(answers(text, [{ count: 1 }, { count: 1, next: { count: 2 } }, { count: 1, next: {} }, []])).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('comes to an end where a schema leads to itself in place', () => {
    const text = `
$ref: '#/$defs/Loop'
$defs:
  Loop: {allOf: [{$ref: '#/$defs/Loop'}, {type: string}]}
`;
    expect(answers(text, ['a', 1])).toEqual([true, false]);
  });

  it('knows what schemas behind a reference have looked at', () => {
    const text = `
allOf: [{$ref: '#/$defs/Named'}]
unevaluatedProperties: false
$defs:
  Named: {properties: {name: {type: string}}}
`;
    expect(answers(text, [{ name: 'a' }, { name: 'a', other: 1 }])).toEqual([true, false]);
  });

  it('takes a property called $ref for what it is', () => {
    const text = 'properties: {$ref: {type: string}}\nrequired: [$ref]\n';
    expect(answers(text, [{ $ref: 'a' }, { $ref: 1 }, {}])).toEqual([true, false, false]);
  });

  it('requires nothing that does not travel', () => {
    const text = 'type: object\nrequired: [id]\nproperties: {id: {type: string, readOnly: true}}\n';
    expect([answers(text, [{}], 'input'), answers(text, [{}], 'output')]).toEqual([[true], [false]]);
  });

  it('has no answer for what ajv cannot read', () => {
    expect(answers("pattern: '('\n", ['a'])).toEqual([undefined]);
  });
});
