import type { Contract } from '../../core/contract/model.ts';
import { Workspace } from '../../core/source/workspace.ts';

/** A workspace of the texts that a contract's parts stand in, for callers who kept nothing but the contract. */
export function workspaceOf({ root, objects, schemas }: Contract): Workspace {
  const texts = new Map([[root.source.path, root.source.text]]);
  for (const { node, reference } of objects) {
    texts.set(node.source.path, node.source.text);
    if (reference !== undefined) texts.set(reference.source.path, reference.source.text);
  }
  for (const { location } of schemas.values()) texts.set(location.source.path, location.source.text);
  return new Workspace({
    files: {
      read: (path) => {
        const text = texts.get(path);
        return text === undefined ? { refusal: `points to ${path}, which is not part of the contract` } : { text };
      },
    },
    fetched: texts,
  });
}
