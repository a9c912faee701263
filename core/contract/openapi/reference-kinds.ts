import { parsePointer } from '../../source/pointer.ts';
import type { FragmentKind, Target } from '../references.ts';
import type { Reading } from './reading.ts';

/**
 * Reports references within the document that lead to an object of another kind than their place calls for: a response
 * where a schema is needed has no type, and every tool makes something else of it.
 */
export function checkReferenceKinds(reading: Reading): void {
  const standing = kindsInPlace(reading);
  for (const target of reading.references.targets) {
    if (target.node.source !== reading.root.source) continue;
    const found = whatStandsAt(target, standing, reading);
    const at = target.from.get('$ref') ?? target.from;
    if (found === undefined) continue;
    reading.report({
      rule: 'ref-kind',
      severity: 'error',
      message: `${JSON.stringify(at.value)} leads to ${found}, but ${article(target.kind)} is needed here. Correct the reference.`,
      location: at.location(),
    });
  }
}

/** In words, where it is not what the reference needs. */
function whatStandsAt(
  { node, kind }: Target,
  standing: ReadonlyMap<string, ReadonlySet<FragmentKind>>,
  { line }: Reading,
): string | undefined {
  const tokens = parsePointer(node.pointer) ?? [];
  const [first = '', section = ''] = tokens;
  if (tokens.length === 0) return 'the whole document';
  const shelf = line === '2.0' ? [1, first] : [2, first === 'components' ? section : ''];
  const [depth, name] = shelf as [number, string];
  const own = Object.hasOwn(sections, name) ? sections[name] : undefined;
  if (own !== undefined && tokens.length === depth) return `all of ${tokens.join('.')}`;
  if (own !== undefined && tokens.length === depth + 1) return own === kind ? undefined : article(own);
  if (notReferable.has(first)) return `a part of "${first}"`;
  const kinds = standing.get(node.place);
  if (kinds === undefined || kinds.has(kind)) return undefined;
  const [other = kind] = kinds;
  return article(other);
}

/** What the objects are that stand in their place. A schema is read wherever a reference wants one, so it tells nothing. */
function kindsInPlace(reading: Reading): ReadonlyMap<string, ReadonlySet<FragmentKind>> {
  const kinds = new Map<string, Set<FragmentKind>>();
  for (const { kind, node, reference } of reading.objects) {
    if (reference !== undefined || kind === 'schema') continue;
    const { place } = node;
    kinds.set(place, (kinds.get(place) ?? new Set()).add(kind));
  }
  return kinds;
}

const notReferable: ReadonlySet<string> = new Set(['info', 'security', 'tags', 'externalDocs', 'openapi', 'swagger']);

const sections: Readonly<Record<string, FragmentKind>> = {
  schemas: 'schema',
  definitions: 'schema',
  parameters: 'parameter',
  responses: 'response',
  requestBodies: 'requestBody',
  headers: 'header',
  examples: 'example',
  links: 'link',
  callbacks: 'callback',
  pathItems: 'pathItem',
  mediaTypes: 'mediaType',
  securitySchemes: 'securityScheme',
  securityDefinitions: 'securityScheme',
};

function article(kind: FragmentKind): string {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}
