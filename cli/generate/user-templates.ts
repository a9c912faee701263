import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { Read } from '../../core/source/workspace.ts';
import { ownTargetIds } from '../../generators/index.ts';
import type { TemplateSource } from '../../generators/render.ts';
import { bundledTemplateNames } from '../../generators/templates/bundled.ts';

/** What a folder of templates holds for one target. */
export interface UserTemplates {
  find(targetId: string, templateName: string): TemplateSource | undefined;
  /** Every template that is there or could be, relative to `root`: one that is added changes the result too. */
  reads(root: string): readonly Read[];
}

/**
 * Reads `<folder>/<target>/*.hbs`. The folder holds nothing but folders named after targets, and these nothing but
 * templates that the target has: a misspelt one would silently do nothing.
 *
 * @param cwd what faults name files relative to
 */
export function readUserTemplates(folder: string, target: string, cwd: string): UserTemplates {
  const shown = (path: string) => relative(cwd, join(folder, path)) || '.';
  refuseStrangeFolders(folder, shown('.'));
  const names = bundledTemplateNames(target);
  if (names.length === 0)
    throw new UsageError(`The target "${target}" prints without templates, so ${shown('.')} cannot change it.`);
  refuseStrangeFiles(join(folder, target), names, { target, shown: shown(target) });
  const files = projectFiles(folder);
  const texts = new Map<string, string>();
  for (const name of names) {
    const answer = files.read(`${target}/${name}.hbs`);
    if ('text' in answer) texts.set(name, answer.text);
    else if (answer.outside) throw new UsageError(`${shown(`${target}/${name}.hbs`)} leads out of its folder.`);
  }
  return {
    find: (targetId, name) => {
      const text = targetId === target ? texts.get(name) : undefined;
      return text === undefined ? undefined : { text, shown: shown(`${target}/${name}.hbs`) };
    },
    reads: (root) =>
      names.map((name) => ({
        path: relative(root, join(folder, target, `${name}.hbs`)).replaceAll('\\', '/'),
        text: texts.get(name),
      })),
  };
}

function refuseStrangeFolders(folder: string, shown: string): void {
  const known = ownTargetIds.filter((id) => bundledTemplateNames(id).length > 0);
  const strange = foldersIn(folder, shown).find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw new UsageError(
    `${shown} holds a folder "${strange}", which is no target with templates. There are ${known.join(', ')}.`,
  );
}

function foldersIn(folder: string, shown: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    throw new UsageError(`There is no folder of templates ${isAbsolute(shown) ? folder : shown}.`);
  }
}

interface Place {
  readonly target: string;
  readonly shown: string;
}

function refuseStrangeFiles(folder: string, names: readonly string[], { target, shown }: Place): void {
  const strange = filesIn(folder).find((file) => !names.some((name) => file === `${name}.hbs`));
  if (strange === undefined) return;
  const list = names.map((name) => `${name}.hbs`).join(', ');
  throw new UsageError(
    `${join(shown, strange)} takes no template's place. Those of the target "${target}" are ${list}.`,
  );
}

/** None where the folder has nothing for this target. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}
