import type { Command } from 'commander';
import type { CommandContext } from '../surroundings.ts';

export function addRules(program: Command, context: CommandContext): void {
  program
    .command('rules')
    .description('list every rule with its ruleset and severity')
    .option('--json', 'print the catalogue as JSON')
    .action(async (options: { json?: boolean }) => {
      const { allRules } = await import('../../core/rules/index.ts');
      if (options.json === true) {
        const catalogue = allRules.map(({ id, ruleset, severity, summary, why, fix, reference }) => {
          return { id, ruleset, severity, summary, why, fix, reference };
        });
        context.out.write(`${JSON.stringify(catalogue, null, 2)}\n`);
        return;
      }
      const width = Math.max(...allRules.map(({ id }) => id.length));
      for (const { id, ruleset, severity, summary } of allRules) {
        context.out.write(`${id.padEnd(width)}  ${ruleset.padEnd(7)}  ${severity.padEnd(7)}  ${summary}\n`);
      }
    });
}
