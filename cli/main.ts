import { Command, CommanderError } from 'commander';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate-command.ts';
import { addNew } from './commands/new.ts';
import { addRelease } from './commands/release.ts';
import { addRules } from './commands/rules.ts';
import { addValidate } from './commands/validate.ts';
import type { CommandContext, Surroundings } from './surroundings.ts';
import { version } from './version.ts';

/**
 * Runs one command line and returns the exit code: 0 nothing to report, 1 findings, 2 wrong usage or unreadable input.
 * Anything thrown that is not a UsageError is a fault of this program and says so.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const context: CommandContext = { ...surroundings, exitCode: 0 };
  const program = new Command('ai2text-contracts')
    .description(
      'Validate OpenAPI and AsyncAPI contracts, decide what a change breaks, and generate clients, servers and contract tests.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.out.write(text),
      writeErr: (text) => context.error.write(text),
    })
    .showSuggestionAfterError();
  addValidate(program, context);
  addDiff(program, context);
  addRelease(program, context);
  addGenerate(program, context);
  addNew(program, context);
  addRules(program, context);
  addExplain(program, context);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    return exitCodeOf(error, context);
  }
}

function exitCodeOf(error: unknown, { error: output }: Surroundings): number {
  // commander has printed its own message; help and version end this way too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    output.write(`${error.message}\n`);
    return 2;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.write(`This is a fault in ai2text-contracts ${version}, please report it with the lines below.\n${details}\n`);
  return 2;
}
