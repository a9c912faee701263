import { type Command, Option } from 'commander';
import type { ImportExtension } from '../../generators/target.ts';
import type { CommandContext } from '../surroundings.ts';
import { collect } from './collect.ts';

interface GenerateFlags {
  readonly target?: readonly string[];
  readonly output?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly cache: boolean;
  readonly force?: boolean;
  readonly importExtension?: ImportExtension;
  readonly option?: readonly string[];
  readonly config?: string;
  readonly templates?: string;
  readonly plugin?: readonly string[];
  readonly list?: boolean;
}

export function addGenerate(program: Command, context: CommandContext): void {
  program
    .command('generate')
    .description('generate clients, servers, contract tests and reference pages')
    .argument('[contracts...]', 'files and folders (default: what the configuration lists)')
    .addOption(
      new Option('-t, --target <names>', 'what to generate; --list prints the names; may be repeated').argParser(
        collect,
      ),
    )
    .option('-o, --output <folder>', 'the folder that the generator owns')
    .option('--check', 'write nothing and exit with 1 when the folder is not what the contracts say')
    .option('--dry-run', 'print what would change as a diff, write nothing, and exit with 1 when something would')
    .option('-w, --watch', 'generate again whenever a file that was read changes')
    .option('--no-cache', 'generate everything again, also what has not changed')
    .option('--force', 'overwrite and remove files that were edited by hand')
    .addOption(
      new Option('--import-extension <ending>', 'how relative imports end (default: .js)').choices(['.js', '.ts', '']),
    )
    .addOption(
      new Option('--option <name=value>', 'an option of the target; --list prints them; may be repeated').argParser(
        collect,
      ),
    )
    .option('--templates <folder>', 'templates of yours: <folder>/<target>/<name>.hbs takes the place of one of ours')
    .addOption(
      new Option(
        '--plugin <modules>',
        'code that brings targets: a file of the project or a package; may be repeated',
      ).argParser(collect),
    )
    .option('-c, --config <file>', 'the configuration file (default: the nearest ai2text-contracts.config.json)')
    .option('--list', 'list the targets')
    .action(async (contracts: string[], flags: GenerateFlags) => {
      if (flags.list === true) {
        const { listTargets } = await import('./list-targets.ts');
        await listTargets({ plugins: flags.plugin ?? [], config: flags.config }, context);
        return;
      }
      const { generate } = await import('./generate.ts');
      const { target = [], check = false, dryRun = false, watch = false, force = false, cache } = flags;
      const { output, importExtension, option, config, templates, plugin } = flags;
      const named = {
        ...(output === undefined ? {} : { output }),
        ...(importExtension === undefined ? {} : { importExtension }),
        ...(option === undefined ? {} : { settings: option }),
        ...(config === undefined ? {} : { config }),
        ...(templates === undefined ? {} : { templates }),
        ...(plugin === undefined ? {} : { plugins: plugin }),
      };
      context.exitCode = await generate(
        { contracts, targets: target, check, dryRun, watch, force, cache, ...named },
        context,
      );
    });
}
