import { globSync } from 'node:fs';
import { join } from 'node:path';
import { detectDialect } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { loadOwnTarget } from '../../generators/index.ts';
import { usingTemplates, type ViewValue } from '../../generators/render.ts';
import { bundledTemplateNames } from '../../generators/templates/bundled.ts';

/** What a template can expect at one place of its view, gathered from many views. */
export interface Shape {
  readonly kinds: Set<'text' | 'true or false' | 'list' | 'names'>;
  /** Of an object, or of the objects in a list. */
  readonly members: Map<string, Shape>;
  /** In how many objects each member was, and how many objects there were. */
  readonly seen: Map<string, number>;
  objects: number;
}

const root = join(import.meta.dirname, '../..');
const patterns = [
  'contracts/*/{openapi,asyncapi}.yaml',
  'examples/petstore/openapi.yaml',
  'tests/generators/injection/*.yaml',
];

/** The views of every template of a target, over contracts that show everything. */
export async function viewsOf(targetId: string): Promise<ReadonlyMap<string, Shape>> {
  const target = await loadOwnTarget(targetId);
  if (target === undefined) throw new Error(`There is no target ${targetId}`);
  const shapes = new Map(bundledTemplateNames(targetId).map((name) => [name, newShape()]));
  for (const { contract, workspace } of contracts()) {
    if (!target.accepts.includes(contract.kind)) continue;
    const seen = (_: string, name: string, view: ViewValue) => gather(shapes.get(name) ?? newShape(), view);
    usingTemplates({ seen }, () => target.generate(contract, { importExtension: '.js', workspace }));
  }
  const unseen = [...shapes].filter(([, shape]) => shape.objects === 0).map(([name]) => `${targetId}/${name}.hbs`);
  if (unseen.length > 0)
    throw new Error(`No contract here leads to ${unseen.join(', ')}. Add one to the patterns above.`);
  return shapes;
}

function contracts(): readonly { readonly contract: Contract; readonly workspace: Workspace }[] {
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  return paths.map((path) => {
    const workspace = new Workspace({ files: projectFiles(root) });
    const node = workspace.open(path);
    if ('refusal' in node) throw new Error(node.refusal);
    const dialect = detectDialect(node);
    if ('rule' in dialect) throw new Error(dialect.message);
    return { contract: readContract(node, dialect, workspace).contract, workspace };
  });
}

function newShape(): Shape {
  return { kinds: new Set(), members: new Map(), seen: new Map(), objects: 0 };
}

function gather(shape: Shape, value: ViewValue): void {
  if (typeof value === 'string') shape.kinds.add('text');
  else if (typeof value === 'boolean') shape.kinds.add('true or false');
  else if (isList(value)) {
    shape.kinds.add('list');
    for (const item of value) gatherItem(shape, item);
  } else {
    shape.kinds.add('names');
    gatherMembers(shape, value);
  }
}

/** A list of texts has no members; one of objects has theirs. */
function gatherItem(shape: Shape, item: ViewValue): void {
  if (typeof item === 'object' && !isList(item)) gatherMembers(shape, item);
}

function gatherMembers(shape: Shape, value: Readonly<Record<string, ViewValue>>): void {
  shape.objects += 1;
  for (const [name, member] of Object.entries(value)) {
    const known = shape.members.get(name) ?? newShape();
    shape.members.set(name, known);
    shape.seen.set(name, (shape.seen.get(name) ?? 0) + 1);
    gather(known, member);
  }
}

function isList(value: ViewValue): value is readonly ViewValue[] {
  return Array.isArray(value);
}
