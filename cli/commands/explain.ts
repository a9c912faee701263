import type { Command } from 'commander';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { CommandContext } from '../surroundings.ts';

export function addExplain(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description('say what a rule demands, why, and how to satisfy it')
    .argument('<rule>', 'the id that a finding or a change shows')
    .action(async (id: string) => {
      const { allRules, ruleById } = await import('../../core/rules/index.ts');
      const { compatRule, compatRules } = await import('../../core/compat/index.ts');
      const { fileRules } = await import('../compat/file-rules.ts');
      const compat = compatRule(id);
      if (compat !== undefined) {
        const { explainCompatRule } = await import('../../core/compat/rules/explain-compat-rule.ts');
        context.out.write(`${explainCompatRule(compat)}\n`);
        return;
      }
      const rule = ruleById(id) ?? fileRules.find((one) => one.id === id);
      if (rule === undefined) {
        const ids = [...allRules, ...compatRules, ...fileRules].map((other) => other.id);
        const near = ids.filter((other) => other.includes(id) || id.includes(other));
        const hint =
          near.length > 0 ? `Did you mean ${near.slice(0, 8).join(', ')}?` : 'The command "rules" lists them all.';
        throw new UsageError(`No rule is called ${JSON.stringify(id)}. ${hint}`);
      }
      const { explainRule } = await import('../../core/rules/explain.ts');
      context.out.write(`${explainRule(rule)}\n`);
    });
}
