import { projectFiles } from '../core/source/files.ts';
import { Workspace } from '../core/source/workspace.ts';
import { type ValidateOptions, type Validation, validate } from '../core/validate.ts';
import type { Config } from './config/config.ts';
import type { Inputs } from './inputs.ts';

/** Validates files of a project, fetching the URLs that the configuration allows and the contracts refer to. */
export async function checkFiles(
  { root, paths }: Inputs,
  { settings, allowUrls }: Pick<Config, 'settings' | 'allowUrls'>,
  options?: ValidateOptions,
): Promise<Validation & { readonly workspace: Workspace }> {
  const fetched = new Map<string, string>();
  const refusals = new Map<string, string>();
  const mayFetch = (url: string) => !refusals.has(url) && allowUrls.some((prefix) => url.startsWith(prefix));
  for (;;) {
    const workspace = new Workspace({ files: projectFiles(root), fetched, mayFetch, refusals });
    const validation = await validate(workspace, paths, settings, options);
    if (workspace.wanted.size === 0) return { ...validation, workspace };
    const { fetchText } = await import('./fetch-text.ts');
    for (const url of workspace.wanted) {
      const answer = await fetchText(url);
      if ('text' in answer) fetched.set(url, answer.text);
      else refusals.set(url, answer.refusal);
    }
  }
}
