import type { Command } from 'commander';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { CommandContext } from '../surroundings.ts';

export function addExplain(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description('say what a rule demands, why, and how to satisfy it')
    .argument('<rule>', 'the id that a finding shows')
    .action(async (id: string) => {
      const { allRules, ruleById } = await import('../../core/rules/index.ts');
      const rule = ruleById(id);
      if (rule === undefined) {
        const near = allRules
          .filter((other) => other.id.includes(id) || id.includes(other.id))
          .map((other) => other.id);
        const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'The command "rules" lists them all.';
        throw new UsageError(`No rule is called ${JSON.stringify(id)}. ${hint}`);
      }
      const { explainRule } = await import('../../core/rules/explain.ts');
      context.out.write(`${explainRule(rule)}\n`);
    });
}
