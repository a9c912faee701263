import { type Adapter, loadTarget, type Target, targetIds } from '../../generators/index.ts';
import type { Config } from '../config/config.ts';
import type { PluginTarget } from './plugins.ts';

/** Every target that this run knows by name. */
export interface Targets {
  readonly ids: readonly string[];
  load(id: string): Promise<Target | Adapter>;
  /** How the user named the plugin that brings the target; undefined for ours. */
  pluginOf(id: string): string | undefined;
}

/** Ours, and those of the plugins on the command line and in the configuration. Loads the code of plugins. */
export async function loadTargets(
  named: readonly string[],
  { plugins, root }: Pick<Config, 'plugins' | 'root'>,
  cwd: string,
): Promise<Targets> {
  const asked = [
    ...plugins.map((name) => ({ name, from: root, root })),
    ...named.map((name) => ({ name, from: cwd, root })),
  ];
  const found =
    asked.length === 0 ? new Map<string, PluginTarget>() : await (await import('./plugins.ts')).loadPlugins(asked);
  return {
    ids: [...targetIds, ...found.keys()],
    pluginOf: (id) => found.get(id)?.plugin,
    async load(id) {
      const target = found.get(id)?.target ?? (await loadTarget(id));
      if (target === undefined) throw new Error(`The target ${id} was there a moment ago`);
      return target;
    },
  };
}
