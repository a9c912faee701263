import { type Command, Option } from 'commander';
import { profiles } from '../../core/compat/profiles.ts';
import { diffEventModes } from '../config/config.ts';
import type { CommandContext } from '../surroundings.ts';
import type { ReleaseOptions } from './release-options.ts';

export function addRelease(program: Command, context: CommandContext): void {
  program
    .command('release')
    .description('freeze a version of a contract, if its number fits what changed since the release before')
    .argument('<contract>', 'its file, its folder, or its name below the configured folders')
    .argument('<version>', 'the new version, such as 1.2.0')
    .option('--dry-run', 'say what would be written, and write nothing')
    .addOption(new Option('--profile <name>', 'how changes are weighed (default: standard)').choices(profiles))
    .addOption(
      new Option('--event-mode <mode>', 'what must stay compatible in events (default: ACTION)').choices(
        diffEventModes,
      ),
    )
    .option('-c, --config <file>', 'the configuration file (default: the nearest ai2text-contracts.config.json)')
    .action(async (contract: string, version: string, options: ReleaseOptions) => {
      const { runRelease } = await import('./run-release.ts');
      context.exitCode = await runRelease(contract, version, options, context);
    });
}
