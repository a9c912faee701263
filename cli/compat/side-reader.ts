import { type Loaded, loadContract } from '../../core/load-contract.ts';
import { Workspace } from '../../core/source/workspace.ts';
import type { Side } from './sides.ts';

export type ReadSide = Loaded & { readonly workspace: Workspace };

/** Reads sides, each file of an origin once, and fetches the URLs that the configuration allows. */
export class SideReader {
  readonly #allowUrls: readonly string[];
  readonly #workspaces = new Map<Side['origin'], Workspace>();
  readonly #fetched = new Map<string, string>();
  readonly #refusals = new Map<string, string>();

  constructor(allowUrls: readonly string[]) {
    this.#allowUrls = allowUrls;
  }

  async read(side: Side): Promise<ReadSide> {
    for (;;) {
      const workspace = this.#workspaceOf(side);
      if (side.text !== undefined) workspace.add(side.path, side.text);
      const loaded = await loadContract(workspace, side.path);
      if (workspace.wanted.size === 0) return { ...loaded, workspace };
      const { fetchText } = await import('../fetch-text.ts');
      for (const url of workspace.wanted) {
        const answer = await fetchText(url);
        if ('text' in answer) this.#fetched.set(url, answer.text);
        else this.#refusals.set(url, answer.refusal);
      }
      this.#workspaces.delete(side.origin);
    }
  }

  #workspaceOf({ origin }: Side): Workspace {
    const known = this.#workspaces.get(origin);
    if (known !== undefined) return known;
    const mayFetch = (url: string) =>
      !this.#refusals.has(url) && this.#allowUrls.some((prefix) => url.startsWith(prefix));
    const workspace = new Workspace({
      files: origin.files,
      fetched: this.#fetched,
      mayFetch,
      refusals: this.#refusals,
    });
    this.#workspaces.set(origin, workspace);
    return workspace;
  }
}
