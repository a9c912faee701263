import { expect, test } from 'vitest';
import { Subsumption } from '../../../core/compat/subsume/index.ts';
import { build } from '../../schema/build.ts';

function decide(first: string, second: string): string {
  const [a, b] = [build(first), build(second)];
  const answer = new Subsumption(a.schemas, b.schemas).decide(a.schema, b.schema);
  return answer.kind === 'undecided' ? answer.reason : answer.kind;
}

const liar = '{items: {$ref: "#/$defs/L"}, $defs: {L: {title: L, not: {$ref: "#/$defs/L"}}}}';
const noMeaning = 'a schema leads to itself without reaching into the value, which has no meaning';

test('nothing is proven of a schema that leads to itself in place, except that it is the same', () => {
  expect(decide(liar, '{type: string}')).toBe(noMeaning);
  expect(decide('{type: string}', liar)).toBe(noMeaning);
  expect(decide(liar, liar)).toBe('contained');
});

test('a schema that leads to itself through a part of the value is an ordinary one', () => {
  const tree = '{$ref: "#/$defs/T", $defs: {T: {type: array, items: {$ref: "#/$defs/T"}}}}';
  expect(decide(tree, '{type: array}')).toBe('contained');
  expect(decide('{type: array}', tree)).toBe('witness');
});
