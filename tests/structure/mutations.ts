import { isArray, isObject, type Json } from '../../core/source/json.ts';
import { Random } from '../robustness/random.ts';

/** Values of every type, and some that schemas care about. */
const replacements: readonly Json[] = [
  null,
  true,
  0,
  -1,
  2.5,
  '',
  'text',
  'object',
  'http',
  [],
  ['a', 'a'],
  {},
  { $ref: '#/x' },
  { type: 'string' },
  [{}],
];

/** `count` copies of `value`, each with one to three members removed, renamed, replaced or added. Same seed, same copies. */
export function* mutations(value: Json, { seed, count }: { seed: number; count: number }): Generator<Json> {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) {
    let mutated = value;
    for (let left = 1 + random.below(3); left > 0; left--) mutated = mutate(mutated, random);
    yield mutated;
  }
}

function mutate(value: Json, random: Random): Json {
  const children = isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
  if (children === 0 || random.below(8) === 0) return changed(value, random);
  const index = random.below(children);
  if (isArray(value)) return value.map((item, i) => (i === index ? mutate(item, random) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, member], i) => [key, i === index ? mutate(member, random) : member]),
  );
}

function changed(value: Json, random: Random): Json {
  const replacement = replacements[random.below(replacements.length)] ?? null;
  if (isArray(value) && value.length > 0 && random.below(2) === 0) return [...value, value[0] ?? null];
  if (!isObject(value) || random.below(4) === 0) return replacement;
  const entries = Object.entries(value);
  const index = random.below(entries.length);
  const key = entries[index]?.[0] ?? 'key';
  if (random.below(3) === 0) return { ...value, [`${key}x`]: replacement };
  if (random.below(2) === 0) return Object.fromEntries(entries.filter((_, i) => i !== index));
  return { ...value, [key]: replacement };
}
