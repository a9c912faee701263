import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { GeneratedFile } from '../target.ts';
import { manifestName, printManifest } from './manifest.ts';
import { type OutputPlan, type OutputRequest, planOutput } from './plan.ts';
import { usingFolder } from './using-folder.ts';

export interface WriteOptions {
  /** Overwrite and remove files that people edited. */
  readonly force?: boolean;
}

/**
 * Makes the folder what the request asks for, and returns the plan that it followed. Every text is written beside its
 * place first and then renamed into it, so that an interrupted run leaves whole files only; the manifest comes last.
 */
export function writeOutput(request: OutputRequest, options: WriteOptions = {}): OutputPlan {
  const plan = planWrite(request, options);
  const edited = new Set(plan.edited);
  const overwrite = request.files.filter((file) => edited.has(file.path));
  const changed = [...plan.create, ...plan.update, ...overwrite];
  if (changed.length === 0 && plan.remove.length === 0 && edited.size === 0 && !plan.manifestChanged) return plan;

  usingFolder(request.folder, () => replaceFiles(request, plan, changed));
  return plan;
}

/** What `writeOutput` would do; refuses what it would refuse. */
export function planWrite(request: OutputRequest, options: WriteOptions = {}): OutputPlan {
  const plan = planOutput(request);
  if (plan.edited.length > 0 && options.force !== true) throw new UsageError(explainEdited(request, plan));
  return plan;
}

function replaceFiles({ folder, files }: OutputRequest, plan: OutputPlan, changed: readonly GeneratedFile[]): void {
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const staging = mkdtempSync(join(folder, stagingPrefix));
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
    const made = new Set(files.map((file) => file.path));
    for (const path of [...plan.remove, ...plan.edited.filter((path) => !made.has(path))]) remove(folder, path);
    renameSync(join(staging, manifestName), join(folder, manifestName));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

const stagingPrefix = '.ai2text-tmp-';

/** What a run that was killed left behind. Young ones may belong to a run that is still at work. */
function removeLeftovers(folder: string): void {
  const minute = 60_000;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(stagingPrefix)) continue;
    const path = join(folder, entry.name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > minute) rmSync(path, { recursive: true, force: true });
  }
}

function explainEdited({ folder }: OutputRequest, { edited }: OutputPlan): string {
  const list = edited.map((path) => `  ${join(folder, path)}`).join('\n');
  return `${edited.length === 1 ? 'This file was' : 'These files were'} not written by the generator as ${edited.length === 1 ? 'it stands' : 'they stand'} now:\n${list}\nMove the changes into the contract or into your own code and restore the generated text, or pass --force to lose them.`;
}

/** The file, and the folders that it leaves empty. A folder in its place is never removed with what it holds. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      return; // Not empty, which is as it should be.
    }
  }
}
