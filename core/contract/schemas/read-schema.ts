import type { Node } from '../../source/node.ts';
import type { Schema } from '../schema.ts';
import { acceptsAll, type Draft, emptySchema, saysNothing } from './draft.ts';
import { readAnnotations, readExtensions } from './keywords/annotations.ts';
import { readArrays } from './keywords/arrays.ts';
import { readDiscriminator } from './keywords/discriminator.ts';
import type { Kit, ReadKeywords } from './keywords/kit.ts';
import { readLogic } from './keywords/logic.ts';
import { readNumbers } from './keywords/numbers.ts';
import { readObjects } from './keywords/objects.ts';
import { readText } from './keywords/text.ts';
import { readTypes } from './keywords/types.ts';

/** Reads one schema in the normal form of `Schema`. Whatever is no schema at all reads as one that accepts everything. */
export function readSchema(node: Node, kit: Kit): Schema {
  kit.seen(node);
  const draft = emptySchema(node.location());
  if (typeof node.value === 'boolean') draft.always = node.value;
  if (!node.isObject) return draft;
  const keyword = referenceKeyword(node, kit);
  if (keyword !== undefined) draft.ref = kit.nameOf(node, keyword);
  if (keyword !== undefined && !kit.features.refSiblings) return draft;
  const present = groupsOf(node);
  for (const [group, read] of readers) {
    if (present.has(group)) read(draft, node, kit);
  }
  // What a broken reference stood for is not known, which is not the same as "anything".
  return keyword !== undefined && saysNothing(draft) ? draft : simplify(draft);
}

function referenceKeyword(node: Node, kit: Kit): '$ref' | '$dynamicRef' | undefined {
  if (node.string('$ref') !== undefined) return '$ref';
  return kit.features.draft2020 && node.string('$dynamicRef') !== undefined ? '$dynamicRef' : undefined;
}

type Group = 'types' | 'numbers' | 'text' | 'objects' | 'arrays' | 'logic' | 'discriminator' | 'annotations' | 'x';

/** Most schemas use keywords of one or two groups: the others are not even asked for. */
function groupsOf(node: Node): ReadonlySet<Group> {
  const present = new Set<Group>();
  for (const key of Object.keys(node.value as object)) {
    const group = key.startsWith('x-') ? 'x' : groups.get(key);
    if (group !== undefined) present.add(group);
  }
  return present;
}

const groups: ReadonlyMap<string, Group> = new Map(
  Object.entries({
    types: 'type nullable enum const',
    numbers: 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    text: 'minLength maxLength pattern format contentEncoding contentMediaType contentSchema',
    objects:
      'properties required additionalProperties patternProperties propertyNames unevaluatedProperties dependencies dependentRequired dependentSchemas minProperties maxProperties',
    arrays:
      'items prefixItems additionalItems unevaluatedItems contains minContains maxContains minItems maxItems uniqueItems',
    logic: 'allOf anyOf oneOf not if then else',
    discriminator: 'discriminator',
    annotations: 'title description readOnly writeOnly deprecated default example examples',
  } satisfies Record<Exclude<Group, 'x'>, string>).flatMap(([group, keys]) =>
    // The keys of the literal above are groups; `Object.entries` forgets that.
    keys.split(' ').map((key) => [key, group as Group]),
  ),
);

/** Types come before text, which looks at them. */
const readers: ReadonlyArray<readonly [Group, ReadKeywords]> = [
  ['types', readTypes],
  ['numbers', readNumbers],
  ['text', readText],
  ['objects', readObjects],
  ['arrays', readArrays],
  ['logic', readLogic],
  ['annotations', readAnnotations],
  [
    'discriminator',
    (draft, node, kit) => {
      draft.discriminator = readDiscriminator(node, kit);
    },
  ],
  [
    'x',
    (draft, node) => {
      draft.extensions = readExtensions(node);
    },
  ],
];

/** The forms that mean the same as a shorter one. */
function simplify(draft: Draft): Schema {
  const only = draft.allOf?.length === 1 ? draft.allOf[0] : undefined;
  if (only !== undefined) {
    if (saysNothing(draft, 'allOf')) return { ...only, location: draft.location };
    if (only.ref !== undefined && draft.ref === undefined && saysNothing(only, 'ref')) {
      draft.ref = only.ref;
      draft.allOf = undefined;
    }
  }
  if (draft.not !== undefined && acceptsAll(draft.not) && saysNothing(draft, 'not')) {
    return { ...emptySchema(draft.location), always: false };
  }
  if (saysNothing(draft)) draft.always = true;
  return draft;
}
