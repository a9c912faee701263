import { posix } from 'node:path';
import type { Node } from '../../source/node.ts';
import { parsePointer, type Tokens } from '../../source/pointer.ts';

import type { SchemaName } from '../schema.ts';

/** Gives every schema that a reference leads to one name, the same in every run. */
export class SchemaNames {
  readonly #byPlace = new Map<string, SchemaName>();
  readonly #taken = new Set<SchemaName>();

  /** Gives `node` this very name. False when the name is taken. */
  claim(name: SchemaName, node: Node): boolean {
    if (this.#taken.has(name)) return false;
    this.#taken.add(name);
    this.#byPlace.set(node.place, name);
    return true;
  }

  /** Lets `node` go by a name that another place has already. */
  alias(name: SchemaName, node: Node): void {
    this.#byPlace.set(node.place, name);
  }

  of(node: Node): SchemaName | undefined {
    return this.#byPlace.get(node.place);
  }

  /** The name of `node`, made from where it stands when it has none yet. */
  invent(node: Node): SchemaName {
    const tokens = parsePointer(node.pointer) ?? [];
    const stem = legal(posix.basename(node.source.path).replace(/\.[^.]*$/, '')) || 'schema';
    const short = nameFrom(tokens) || stem;
    const candidates = [short, `${upperFirst(stem)}${upperFirst(short)}`];
    const free = candidates.find((name) => !this.#taken.has(name)) ?? this.#numbered(short);
    this.claim(free, node);
    return free;
  }

  #numbered(name: SchemaName): SchemaName {
    let count = 2;
    while (this.#taken.has(`${name}${count}`)) count++;
    return `${name}${count}`;
  }
}

/** Members whose keys are names of schemas: what stands before them says nothing about the schema. */
const shelves = new Set(['schemas', 'definitions', '$defs']);
/** Members that only give structure. */
const structure = new Set([
  'components',
  'paths',
  'channels',
  'schema',
  'content',
  'properties',
  'responses',
  'messages',
]);

/** `/components/schemas/Pet/properties/owner` is `PetOwner`, `/$defs/id` is `id`. Empty for a whole file. */
function nameFrom(tokens: Tokens): string {
  const shelf = tokens.findLastIndex((token, i) => shelves.has(token) && i < tokens.length - 1);
  const words = tokens.slice(shelf + 1).filter((token) => !structure.has(token));
  const [only] = words;
  if (words.length === 1 && only !== undefined) return legal(only);
  return words.map((word) => upperFirst(legal(word))).join('');
}

/** What component names may be made of; other characters start a new word. */
function legal(text: string): string {
  const [first = '', ...rest] = text.split(/[^A-Za-z0-9._-]+/).filter((word) => word !== '');
  return first + rest.map(upperFirst).join('');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
