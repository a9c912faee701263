// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { JsonSchema, ParameterStyle } from './operation.ts';
import type { Pair } from './pairs.ts';
import { type Decode, decodeForm, MalformedText } from './percent.ts';
import { delimited, type Raw, type Readings } from './reading.ts';
import type { SchemaSet } from './schema-set.ts';
import { invitesOtherProperties, propertyNames, typesOf } from './schema-shape.ts';

/** What must be known of a parameter, or of a property of an urlencoded body. */
export interface Named {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly schema: JsonSchema;
}

/** A parameter out of the pairs of a query string, a form or a cookie. Undefined when nothing of it is there. */
export function readPairs(
  set: SchemaSet,
  named: Named,
  pairs: readonly Pair[],
  decode = decodeForm,
): Readings | undefined {
  if (named.style === 'deepObject') return readDeepObject(named, pairs, decode);
  const values = pairs.filter((pair) => pair.name === named.name).map((pair) => pair.value);
  if (values.length === 0) return named.explode ? readMembers(set, named, pairs, decode) : undefined;
  if (named.explode) return readRepeated(values, decode);
  const [only] = values;
  if (values.length > 1 || only === undefined) throw new MalformedText('is given more than once');
  return delimited(only, { delimiter: delimiters[named.style] ?? ',', decode, explode: false });
}

/** Encoded delimiters count as delimiters in the styles that cannot be written without encoding them. */
const delimiters: { readonly [style in ParameterStyle]?: RegExp } = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
  tabDelimited: /\t|%09/,
};

/** `tags=a&tags=b`. */
function readRepeated(values: readonly string[], decode: Decode): Readings {
  const [only] = values;
  if (values.length > 1 || only === undefined) return { list: values.map(decode), several: true };
  const single = decode(only);
  return { single, list: [single], several: false };
}

/** The members of an exploded object stand among the other parameters by their own names. */
function readMembers(set: SchemaSet, named: Named, pairs: readonly Pair[], decode: Decode): Readings | undefined {
  if (!typesOf(set, named.schema).has('object')) return undefined;
  const names = propertyNames(set, named.schema);
  const open = invitesOtherProperties(set, named.schema);
  const record = new Map<string, Raw>();
  for (const { name, value } of pairs) {
    if (!open && !names.includes(name)) continue;
    const earlier = record.get(name);
    const text = decode(value);
    if (earlier === undefined) record.set(name, text);
    else record.set(name, Array.isArray(earlier) ? [...earlier, text] : [earlier, text]);
  }
  return record.size === 0 ? undefined : { record, several: true };
}

/** `filter[a]=1&filter[b][c]=2&filter[d]=x&filter[d]=y`. Deeper than one level is custom rather than specification. */
function readDeepObject(named: Named, pairs: readonly Pair[], decode: Decode): Readings | undefined {
  const root: Branch = new Map();
  for (const { name, value } of pairs) {
    if (!name.startsWith(`${named.name}[`)) continue;
    const keys = bracketKeys(name.slice(named.name.length));
    if (keys === undefined) throw new MalformedText(`has an unreadable part ${JSON.stringify(name)}`);
    place(root, keys, decode(value));
  }
  return root.size === 0 ? undefined : { record: asRaw(root), several: true };
}

type Branch = Map<string, Branch | string[]>;

const deepestKey = 8;

/** `[a][b][]` is a, b; a last empty bracket only says that a list is meant. */
function bracketKeys(text: string): string[] | undefined {
  if (!/^(\[[^[\]]*\])+$/.test(text)) return undefined;
  const keys = text.slice(1, -1).split('][');
  if (keys.length > 1 && keys.at(-1) === '') keys.pop();
  return keys.length > deepestKey || keys.includes('') ? undefined : keys;
}

function place(root: Branch, keys: readonly string[], text: string): void {
  let branch = root;
  for (const [i, key] of keys.entries()) {
    const below = branch.get(key);
    if (i === keys.length - 1) {
      if (below instanceof Map) throw new MalformedText(`gives ${JSON.stringify(key)} both a value and members`);
      branch.set(key, [...(below ?? []), text]);
      return;
    }
    if (Array.isArray(below)) throw new MalformedText(`gives ${JSON.stringify(key)} both a value and members`);
    const next: Branch = below ?? new Map();
    branch.set(key, next);
    branch = next;
  }
}

function asRaw(branch: Branch): ReadonlyMap<string, Raw> {
  const record = new Map<string, Raw>();
  for (const [key, below] of branch) {
    if (below instanceof Map) record.set(key, asRaw(below));
    else record.set(key, below.length === 1 && below[0] !== undefined ? below[0] : below);
  }
  return record;
}
