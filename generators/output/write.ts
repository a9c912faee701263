import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { manifestName, printManifest } from './manifest.ts';
import { type OutputPlan, type OutputRequest, planOutput } from './plan.ts';

export interface WriteOptions {
  /** Overwrite and remove files that people edited. */
  readonly force?: boolean;
}

/**
 * Makes the folder what the request asks for, and returns the plan that it followed. Every text is written beside its
 * place first and then renamed into it, so that an interrupted run leaves whole files only; the manifest comes last.
 */
export function writeOutput(request: OutputRequest, options: WriteOptions = {}): OutputPlan {
  const plan = planOutput(request);
  if (plan.edited.length > 0 && options.force !== true) throw new UsageError(explainEdited(request, plan));
  const edited = new Set(plan.edited);
  const overwrite = request.files.filter((file) => edited.has(file.path));
  const changed = [...plan.create, ...plan.update, ...overwrite];
  if (changed.length === 0 && plan.remove.length === 0 && edited.size === 0 && !plan.manifestChanged) return plan;

  const { folder } = request;
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(folder, '.ai2text-tmp-'));
  try {
    changed.forEach((file, i) => {
      writeFileSync(join(staging, String(i)), file.text);
    });
    writeFileSync(join(staging, manifestName), printManifest(plan.manifest));
    changed.forEach((file, i) => {
      const place = join(folder, file.path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(join(staging, String(i)), place);
    });
    const made = new Set(request.files.map((file) => file.path));
    for (const path of [...plan.remove, ...plan.edited.filter((path) => !made.has(path))]) remove(folder, path);
    renameSync(join(staging, manifestName), join(folder, manifestName));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return plan;
}

function explainEdited({ folder }: OutputRequest, { edited }: OutputPlan): string {
  const list = edited.map((path) => `  ${join(folder, path)}`).join('\n');
  return `${edited.length === 1 ? 'This file was' : 'These files were'} not written by the generator as ${edited.length === 1 ? 'it stands' : 'they stand'} now:\n${list}\nMove the changes into the contract or into your own code and restore the generated text, or pass --force to lose them.`;
}

/** The file, and the folders that it leaves empty. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { recursive: true, force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      return; // Not empty, which is as it should be.
    }
  }
}
