import { loadConfig } from '../config/load.ts';
import { GenerateCache } from '../generate/cache.ts';
import { runGenerate } from '../generate/run.ts';
import type { Surroundings } from '../surroundings.ts';
import type { GenerateOptions } from './generate-options.ts';

/** `generate`: returns the exit code. */
export async function generate(options: GenerateOptions, world: Surroundings): Promise<number> {
  if (options.watch) {
    const { watchGenerate } = await import('../generate/watch.ts');
    return watchGenerate(options, world);
  }
  const config = await loadConfig(world.cwd, options.config);
  const cache = options.cache ? GenerateCache.at(config.root) : undefined;
  return (await runGenerate(options, config, world, cache)).exitCode;
}
