/** Values and keys that have broken parsers, validators and generators before, as YAML flow text. */
export const hostileValues: readonly string[] = [
  '1e999',
  '-1e999',
  '.nan',
  '0x7fffffffffffffffffffffff',
  '9'.repeat(400),
  `1.${'0'.repeat(5000)}1`,
  '-0',
  '2024-02-30',
  '12:30:45',
  'null',
  '~',
  '""',
  '"\\ud800"',
  '"\\u0000"',
  '!!binary "AAAA"',
  '!!js/function "function () {}"',
  '!!set {a, b}',
  '!!python/object:os.system [ls]',
  '*nowhere',
  '&here [*here]',
  '&here {a: *here}',
  '{<<: {a: 1}, a: 2}',
  '{<<: [1, 2]}',
  '{? [a, b] : c}',
  '{__proto__: {polluted: true}}',
  '{"__proto__": null, constructor: {prototype: {}}, toString: 1, hasOwnProperty: 2}',
  '{$ref: "#"}',
  '{$ref: "#/"}',
  '{$ref: "#/paths"}',
  '{$ref: "#/components/schemas/__proto__"}',
  '{$ref: ""}',
  '{$ref: 7}',
  '{$ref: "../../../../../../etc/passwd"}',
  '{$ref: "file:///etc/passwd"}',
  '{$ref: "http://169.254.169.254/latest"}',
  '{$ref: "%E0%A4%A"}',
  '{$ref: "#/%7E2/~3"}',
  '{allOf: [{$ref: "#/components/schemas/Loop"}], $ref: "#/components/schemas/Loop"}',
  '{type: string, pattern: "^(a+)+$", example: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}',
  '{type: string, pattern: "((((((((((a*)*)*)*)*)*)*)*)*)*)*b", example: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}',
  '{type: integer, multipleOf: 1.0e-308, minimum: 1.0e+308, example: 3}',
  '{type: object, properties: {__proto__: {type: string}}, required: [__proto__, constructor], example: {}}',
  '{oneOf: [], anyOf: [], allOf: []}',
  '{enum: [], type: []}',
  '{minLength: 1.0e+100, maxLength: -5, minItems: "3"}',
];

/** Keys that a careless object takes for its own, and some that no terminal likes. */
export const hostileKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '"a/b~c"',
  '"\\u202e"',
  '"*/ ; process.exit() //"',
  '"{{x}}`"',
  '""',
  '"\\n"',
  '"<<"',
  '1',
  'null',
  '? [complex, key]\n',
];

/** YAML that is small as text and large or endless as a value, to stand at a root. */
export const bombs: readonly (() => string)[] = [
  () => `x-bomb: ${aliasBomb(12, 10)}`,
  () => `x-bomb: ${aliasBomb(4, 30)}`,
  () => `x-deep: ${'['.repeat(5000)}${']'.repeat(5000)}`,
  () => `x-deep: ${'{a: '.repeat(190)}1${'}'.repeat(190)}`,
  () => `x-open: ${'['.repeat(100_000)}`,
  () => `x-merge: {<<: [${'{a: 1}, '.repeat(5000)}]}`,
  () => `x-long: "${'a'.repeat(2_000_000)}"`,
  () => `${'k'.repeat(1_000_000)}: 1`,
  () => `x-anchors: [${Array.from({ length: 5000 }, (_, i) => `&a${i} ${i}`).join(', ')}]`,
  () => `tags: [${Array.from({ length: 20_000 }, (_, i) => `{name: t${i}}`).join(', ')}]`,
  () => `x-quotes: '${"''".repeat(200_000)}'`,
  () => `x-comments: 1 ${'# '.repeat(200_000)}`,
  () => `x-block: |\n${'  line\n'.repeat(100_000)}`,
  () => `x-numbers: [${'1e400, '.repeat(1000)}]`,
];

/** `width` to the power of `depth` values in a few lines. */
function aliasBomb(depth: number, width: number): string {
  const levels = [`&l0 [${'x, '.repeat(width)}]`];
  for (let level = 1; level < depth; level++) levels.push(`&l${level} [${`*l${level - 1}, `.repeat(width)}]`);
  return `[${levels.join(', ')}]`;
}
