import { bombs, hostileKeys, hostileValues } from './hostile.ts';
import { Random } from './random.ts';

/** A text that people may really have written, and where it stands. */
export interface Host {
  readonly path: string;
  readonly text: string;
}

/** One broken document. `recipe` names what was done, so that a failure can be read. */
export interface Mutant extends Host {
  readonly recipe: string;
}

/** The mutant of that seed: one of the hosts with one to four kinds of damage. */
export function mutantOf(hosts: readonly Host[], seed: number): Mutant {
  const random = new Random(seed);
  const host = random.pick(hosts);
  let { text } = host;
  const recipe: string[] = [];
  for (let left = 1 + random.below(4); left > 0; left--) {
    const damage = random.pick(damages);
    text = damage(text, random);
    recipe.push(damage.name);
  }
  return { path: host.path, text, recipe: recipe.join(', ') };
}

type Damage = (text: string, random: Random) => string;

const damages: readonly Damage[] = [
  flipCharacters,
  truncate,
  removeLines,
  repeatLines,
  moveLines,
  indentLines,
  replaceValue,
  replaceValue,
  replaceValue,
  replaceKey,
  replaceKey,
  addBomb,
  changeLineEnds,
  addDocument,
  nestValue,
];

function flipCharacters(text: string, random: Random): string {
  const characters = [...text];
  for (let left = 1 + random.below(8); left > 0; left--) {
    const strange = [...':{}[]&*!|>%@`"\'#-?,\t\n\0\uFEFF\u2028\uD800'];
    characters[random.below(characters.length)] = random.pick(strange);
  }
  return characters.join('');
}

function truncate(text: string, random: Random): string {
  return text.slice(0, random.below(text.length + 1));
}

function removeLines(text: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1 + random.below(5));
  return lines.join('\n');
}

function repeatLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const start = random.below(lines.length);
  const block = lines.slice(start, start + 1 + random.below(30));
  return [...lines.slice(0, start), ...block, ...lines.slice(start)].join('\n');
}

function moveLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const block = lines.splice(random.below(lines.length), 1 + random.below(10));
  lines.splice(random.below(lines.length + 1), 0, ...block);
  return lines.join('\n');
}

function indentLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const start = random.below(lines.length);
  const shift = random.pick(['  ', ' ', '\t', '- ']);
  return lines.map((line, i) => (i >= start && i < start + 4 ? shift + line : line)).join('\n');
}

/** A random `key: value` gets a hostile value. */
function replaceValue(text: string, random: Random): string {
  return replaceOne(
    text,
    /^( *(?:- )?[\w$./{}'"-]+:)(?: .*)?$/gm,
    random,
    (key) => `${key} ${random.pick(hostileValues)}`,
  );
}

function replaceKey(text: string, random: Random): string {
  return replaceOne(text, /^( *(?:- )?)[\w$./{}'"-]+:/gm, random, (indent) => `${indent}${random.pick(hostileKeys)}:`);
}

function replaceOne(text: string, pattern: RegExp, random: Random, write: (group: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = random.pick(matches);
  return text.slice(0, match.index) + write(match[1] ?? '') + text.slice(match.index + match[0].length);
}

function addBomb(text: string, random: Random): string {
  return `${text}\n${random.pick(bombs)()}\n`;
}

function changeLineEnds(text: string, random: Random): string {
  return random.pick(['\uFEFF', '']) + text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u0085']));
}

function addDocument(text: string, random: Random): string {
  return random.pick([`---\n${text}`, `${text}\n---\n${text}`, `${text}\n...\n`, `%YAML 1.1\n---\n${text}`]);
}

/** Schemas inside schemas, close to the limit of nesting. */
function nestValue(text: string, random: Random): string {
  const [open, close] = random.pick([
    ['{type: array, items: ', '}'],
    ['{allOf: [', ']}'],
    ['{oneOf: [{type: string}, ', ']}'],
    ['{additionalProperties: ', '}'],
    ['{properties: {a: ', '}}'],
    ['{not: ', '}'],
  ] as const);
  const depth = random.pick([5, 30, 60, 90]);
  const nested = `${open.repeat(depth)}{typ: 1}${close.repeat(depth)}`;
  return replaceOne(text, /^( *(?:schema|payload|items|[A-Z]\w+):)(?: .*)?$/gm, random, (key) => `${key} ${nested}`);
}
