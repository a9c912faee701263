import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import { projectFiles } from '../core/source/files.ts';
import { Workspace } from '../core/source/workspace.ts';
import { validate } from '../core/validate.ts';
import type { Config } from './config/config.ts';

/** Validates a text from standard input; its references are relative to the project root. */
export async function checkText(
  text: string,
  { root, settings }: Pick<Config, 'root' | 'settings'>,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly checked: number }> {
  const workspace = new Workspace({ files: projectFiles(root) });
  workspace.add('<stdin>', text);
  const { diagnostics } = await validate(workspace, ['<stdin>'], settings);
  return { diagnostics, checked: 1 };
}
