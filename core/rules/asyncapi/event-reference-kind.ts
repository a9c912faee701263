import type { FragmentKind } from '../../contract/references.ts';
import type { Node } from '../../source/node.ts';
import { parsePointer } from '../../source/pointer.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';

export const eventReferenceKind = eventRule(
  {
    id: 'event-reference-kind',
    severity: 'error',
    summary: 'A reference leads to an object of the kind that its place calls for.',
    why: 'A message that is really a server has no payload, and nobody notices until code is generated from it.',
    fix: 'Correct the reference, most often the section under components.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Reference Object',
  },
  (document, report) => {
    const standing = kindsInPlace(document);
    for (const { kind, node, reference } of document.contract.objects) {
      if (reference === undefined || standing.get(node.place)?.has(kind) === true) continue;
      const found = describePlace(standing, node) ?? describeRootMember(document, node);
      const at = reference.get('$ref');
      if (found === undefined || at === undefined) continue;
      report({
        location: at.location(),
        message: `${JSON.stringify(at.value)} leads to ${found}, but ${article(kind)} is needed here. Correct the reference.`,
      });
    }
  },
);

/** What the objects are that stand in their place, by that place alone. */
function kindsInPlace(document: AsyncApiDocument): ReadonlyMap<string, ReadonlySet<FragmentKind>> {
  const kinds = new Map<string, Set<FragmentKind>>();
  for (const { kind, node, reference } of document.contract.objects) {
    if (reference !== undefined) continue;
    const known = kinds.get(node.place);
    if (known === undefined) kinds.set(node.place, new Set([kind]));
    else known.add(kind);
  }
  for (const [, schema] of document.root.get('components')?.get('schemas')?.entries() ?? []) {
    kinds.set(schema.place, new Set(['schema']));
  }
  return kinds;
}

/** What stands at `node`, if it is an object or a part of one. What stands under an extension may be anything. */
function describePlace(standing: ReadonlyMap<string, ReadonlySet<FragmentKind>>, node: Node): string | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    const [kind] = standing.get(at.place) ?? [];
    if (kind !== undefined) return at === node ? article(kind) : `a part of ${article(kind)}`;
    if (at.key.startsWith('x-')) return undefined;
  }
  return undefined;
}

/** Members of the root that are no kind of object that anything may refer to. */
function describeRootMember(document: AsyncApiDocument, node: Node): string | undefined {
  if (node.source !== document.root.source) return undefined;
  const tokens = parsePointer(node.pointer) ?? [];
  const [first = '', ...rest] = tokens;
  if (tokens.length === 0) return 'the whole document';
  if (first === 'info') return `the ${tokens.at(-1)} object`;
  const isSection = rest.length === 0 || (first === 'components' && rest.length === 1);
  return isSection && !first.startsWith('x-') ? `all of ${tokens.join('.')}` : undefined;
}

const words: Partial<Record<FragmentKind, string>> = {
  bindings: 'a bindings object',
  externalDocs: 'an external documentation object',
  operation: 'an operation',
  operationTrait: 'an operation trait',
};

function article(kind: FragmentKind): string {
  return words[kind] ?? `a ${kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}
