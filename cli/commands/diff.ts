import { type Command, Option } from 'commander';
import { profiles } from '../../core/compat/profiles.ts';
import { diffFormats } from '../../core/compat/report/formats.ts';
import { diffEventModes, diffFailOns } from '../config/config.ts';
import type { CommandContext } from '../surroundings.ts';
import type { DiffOptions } from './diff-options.ts';

export function addDiff(program: Command, context: CommandContext): void {
  program
    .command('diff')
    .description('say what a change of contracts breaks, with a message that proves it')
    .argument(
      '[what...]',
      'contracts to hold against their newest frozen release (default: all); or two files or folders, the older first, - for standard input; or revisions such as v1.0.0..HEAD, then paths',
    )
    .option('-b, --base <revision>', 'compare with a git revision instead of the frozen releases')
    .addOption(new Option('-f, --format <format>', 'how to print changes').choices(diffFormats).default('text'))
    .addOption(
      new Option('--fail-on <verdict>', 'the least verdict that makes the exit code 1 (default: breaking)').choices(
        diffFailOns,
      ),
    )
    .addOption(new Option('--profile <name>', 'how changes are weighed (default: standard)').choices(profiles))
    .addOption(
      new Option('--event-mode <mode>', 'what must stay compatible in events (default: ACTION)').choices(
        diffEventModes,
      ),
    )
    .option('-o, --output <file>', 'write the report to a file instead of standard output')
    .option('-c, --config <file>', 'the configuration file (default: the nearest ai2text-contracts.config.json)')
    .option('--accept <fingerprint>', 'accept one change: write it to the file of accepted changes')
    .option('--because <reason>', 'why it is accepted')
    .option('--by <name>', "who accepts it (default: git's user.name)")
    .option('--until <day>', 'the last day on which that holds, such as 2027-02-19 (default: in 90 days)')
    .action(async (what: string[], options: DiffOptions) => {
      const { runDiff } = await import('./run-diff.ts');
      context.exitCode = await runDiff(what, options, context);
    });
}
