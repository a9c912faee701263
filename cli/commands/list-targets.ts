import { loadConfig } from '../config/load.ts';
import { loadTargets } from '../generate/targets.ts';
import type { Surroundings } from '../surroundings.ts';

interface Asked {
  readonly plugins: readonly string[];
  readonly config: string | undefined;
}

/** Every target with its summary: ours, other people's emitters, then those of plugins. */
export async function listTargets(
  { plugins, config: named }: Asked,
  { cwd, out }: Pick<Surroundings, 'cwd' | 'out'>,
): Promise<void> {
  const config = await loadConfig(cwd, named);
  const targets = await loadTargets(plugins, config, cwd);
  const width = Math.max(...targets.ids.map((id) => id.length));
  for (const id of targets.ids) {
    const { summary, options = [] } = await targets.load(id);
    const plugin = targets.pluginOf(id);
    out.write(`${id.padEnd(width)}  ${summary}${plugin === undefined ? '' : ` (plugin ${plugin})`}\n`);
    for (const option of options) {
      out.write(`${' '.repeat(width + 4)}--option ${option.name}=${option.values.join('|')}  ${option.about}\n`);
    }
  }
}
