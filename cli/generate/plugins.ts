import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { type Adapter, type Target, targetIds } from '../../generators/index.ts';
import { isInside } from '../inputs.ts';
import { isPluginTarget, withoutCrashes } from './plugin-target.ts';

export interface NamedPlugin {
  /** A path that starts with a dot or a slash, or a package. */
  readonly name: string;
  /** What a path is relative to. */
  readonly from: string;
  /** The folder of the project: what lies outside it is loaded as an installed package only. */
  readonly root: string;
}

export interface PluginTarget {
  readonly target: Target | Adapter;
  /** As the user named it. */
  readonly plugin: string;
}

/** Runs the modules and collects the targets that they export, by their ids. */
export async function loadPlugins(named: readonly NamedPlugin[]): Promise<ReadonlyMap<string, PluginTarget>> {
  const found = new Map<string, PluginTarget>();
  const done = new Set<string>();
  for (const plugin of named) {
    const file = fileOf(plugin);
    if (done.has(file)) continue;
    done.add(file);
    for (const target of await targetsIn(file, plugin.name)) {
      const other = found.get(target.id)?.plugin;
      if (other !== undefined || targetIds.includes(target.id)) {
        const owner = other === undefined ? 'is one of ours' : `the plugin ${other} brings too`;
        throw new UsageError(
          `The plugin ${plugin.name} brings a target "${target.id}", which ${owner}. Rename one of them.`,
        );
      }
      found.set(target.id, { target: withoutCrashes(target, plugin.name), plugin: plugin.name });
    }
  }
  return found;
}

function fileOf({ name, from, root }: NamedPlugin): string {
  return /^(\.{0,2}[\\/]|[a-z]:\\)/i.test(name) ? projectFile(name, from, root) : packageFile(name, root);
}

function projectFile(name: string, from: string, root: string): string {
  let file: string;
  try {
    file = realpathSync(resolve(from, name));
  } catch {
    throw new UsageError(`There is no plugin ${name}. Name a file of the project, or an installed package.`);
  }
  if (isInside(realpathSync(root), file)) return file;
  throw new UsageError(`The plugin ${name} lies outside the project ${root}. Install it as a package instead.`);
}

function packageFile(name: string, root: string): string {
  try {
    return createRequire(join(root, 'package.json')).resolve(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const told =
      code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
        ? 'exports no module under this name. Its package.json must export one under "default"'
        : 'is not installed here. A file of the project is named by a path that starts with "./"';
    throw new UsageError(`The plugin ${name} ${told}.`);
  }
}

async function targetsIn(file: string, name: string): Promise<ReadonlyArray<Target | Adapter>> {
  const exported = await load(file, name);
  const targets: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
  const good = targets.filter(isPluginTarget);
  if (good.length === targets.length) return good;
  throw new UsageError(
    `The plugin ${name} exports no target. Its default export must be a target or a list of them, each with "id" (lower-case letters, digits and hyphens), "summary", "accepts" and "generate".`,
  );
}

async function load(file: string, name: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(file).href);
    return module.default;
  } catch (error) {
    throw new UsageError(`The plugin ${name} cannot be loaded: ${error instanceof Error ? error : String(error)}`);
  }
}
