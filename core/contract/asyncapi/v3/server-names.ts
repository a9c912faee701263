import type { Node } from '../../../source/node.ts';

import type { Reading } from '../reading.ts';

/** The names of the servers that a channel refers to: the keys they have at the root, wherever they are written. */
export function serverNames(reading: Reading, list: Node | undefined): readonly string[] {
  return (list?.items() ?? []).flatMap((item) => {
    const first = reading.step(item, 'server');
    const end = first && reading.reach(item, 'server');
    if (first === undefined || end === undefined) return [];
    return namesAtRoot(reading).get(first.place) ?? namesAtRoot(reading).get(end.place) ?? first.key;
  });
}

function namesAtRoot(reading: Reading): ReadonlyMap<string, string> {
  const { root } = reading.context;
  return reading.once('server names', root, () => {
    const names = new Map<string, string>();
    for (const [name, node] of root.get('servers')?.entries() ?? []) {
      const end = reading.reach(node, 'server');
      names.set(node.place, name);
      if (end !== undefined && !names.has(end.place)) names.set(end.place, name);
    }
    return names;
  });
}
