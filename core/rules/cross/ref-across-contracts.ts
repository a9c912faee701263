import { posix } from 'node:path';
import type { Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import { locateReference } from '../../source/reference.ts';
import type { CrossRule } from './cross-rule.ts';

export const refAcrossContracts: CrossRule = {
  id: 'ref-across-contracts',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'A reference into the folder of another contract leads to one of its releases.',
  why: 'A working document changes every day. Whoever refers to it changes with it, without a version that says so; a release stays as it is.',
  fix: 'Refer to a file under "releases/" of that contract, or move what both need to a shared folder.',
  check(contracts, report) {
    // A contract in the project's root folder would own every file there is.
    const folders = [...new Set(contracts.map(({ path }) => posix.dirname(path)))].filter((folder) => folder !== '.');
    if (folders.length < 2) return;
    for (const { path, contract } of contracts) {
      const own = posix.dirname(path);
      for (const node of referencesIn(contract.root)) {
        const target = locateReference(String(node.value), node.source.path);
        const owner = target.kind === 'file' ? ownerOf(target.path, folders) : undefined;
        if (owner === undefined || owner === own || target.kind !== 'file') continue;
        if (target.path.startsWith(`${owner}/releases/`)) continue;
        const message = `This refers to the working document ${target.path} of another contract. Refer to a file under "${owner}/releases/", or move what both need to a shared folder.`;
        report({ location: node.location(), message });
      }
    }
  },
};

/** The innermost folder of a contract that holds the file. */
function ownerOf(path: string, folders: readonly string[]): string | undefined {
  const around = folders.filter((folder) => path.startsWith(`${folder}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** References out of the file. The value is searched as it is; a place is made only for what is found. */
function referencesIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const open: { readonly value: Json; readonly path: Path | undefined }[] = [{ value: root.value, path: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries<Json>(value)) {
      if (key !== '$ref' || typeof child !== 'string') open.push({ value: child, path: { key, parent: path } });
      else if (!child.startsWith('#')) found.push(...nodeAt(root, { key, parent: path }));
    }
  }
  return found;
}

interface Path {
  readonly key: string;
  readonly parent: Path | undefined;
}

function nodeAt(root: Node, path: Path): Node[] {
  const keys: string[] = [];
  for (let at: Path | undefined = path; at !== undefined; at = at.parent) keys.push(at.key);
  const node = keys.reduceRight<Node | undefined>((at, key) => at?.get(key), root);
  return node === undefined ? [] : [node];
}
