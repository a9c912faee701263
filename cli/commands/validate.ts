import { type Command, Option } from 'commander';
import { formats } from '../../core/diagnostics/printers/formats.ts';
import type { CommandContext } from '../surroundings.ts';
import { collect } from './collect.ts';
import type { ValidateOptions } from './validate-options.ts';

export function addValidate(program: Command, context: CommandContext): void {
  program
    .command('validate')
    .description('check OpenAPI and AsyncAPI contracts: structure, semantics, examples, conventions')
    .argument(
      '[paths...]',
      'files and folders, or - for standard input (default: what the configuration lists, or contracts/)',
    )
    .addOption(new Option('-f, --format <format>', 'how to print findings').choices(formats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1 (default: error)').choices([
        'error',
        'warning',
        'never',
      ]),
    )
    .addOption(
      new Option('--ruleset <names>', 'rulesets in force, instead of the configured ones: spec, ai2text').argParser(
        collect,
      ),
    )
    .addOption(
      new Option('--rule <id=level>', 'set a rule to off, info, warning or error; may be repeated').argParser(collect),
    )
    .option('-o, --output <file>', 'write the report to a file instead of standard output')
    .option('-c, --config <file>', 'the configuration file (default: the nearest ai2text-contracts.config.json)')
    .option('--no-cache', 'check everything anew, frozen releases included')
    .action(async (paths: string[], options: ValidateOptions) => {
      const { runValidate } = await import('./run-validate.ts');
      context.exitCode = await runValidate(paths, options, context);
    });
}
