import type { Dialect } from '../model.ts';
import { childOf, keyOf, type MappingTree, type Tree } from './syntax-tree.ts';

/** What the members of a mapping are: keywords of the specification, or names that the author chose. */
export type Members = 'keywords' | 'names';

/** Of one member: `data` holds whatever the author likes, in which nothing is a reference. */
export type MemberKind = Members | 'data' | 'examples';

/** A reader without a schema: tells references from data that looks like one by the keys that lead there. */
export function memberKind(key: string, members: Members, value: Tree, { spec }: Dialect): MemberKind {
  if (members === 'names') return 'keywords';
  if (key.startsWith('x-') || dataKeys.has(key)) return 'data';
  if (key === 'examples') return value.kind === 'mapping' ? 'examples' : 'data';
  // In AsyncAPI the headers of a message are one schema.
  if (key === 'headers' && spec === 'asyncapi') return 'keywords';
  return value.kind === 'mapping' && nameKeys.has(key) ? 'names' : 'keywords';
}

/** The text of a `$ref`, where a mapping has one. */
export function referenceIn(tree: MappingTree): string | undefined {
  const reference = tree.items.some((item) => keyOf(item) === '$ref') ? childOf(tree, '$ref') : undefined;
  return reference?.kind === 'scalar' ? reference.value : undefined;
}

const dataKeys: ReadonlySet<string> = new Set(['example', 'default', 'const', 'enum']);

const nameKeys: ReadonlySet<string> = new Set([
  '$defs',
  'callbacks',
  'channels',
  'content',
  'correlationIds',
  'definitions',
  'dependentSchemas',
  'encoding',
  'headers',
  'links',
  'mediaTypes',
  'messageTraits',
  'messages',
  'operationTraits',
  'operations',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'replies',
  'replyAddresses',
  'requestBodies',
  'responses',
  'schemas',
  'securityDefinitions',
  'securitySchemes',
  'serverVariables',
  'servers',
  'variables',
  'webhooks',
]);
