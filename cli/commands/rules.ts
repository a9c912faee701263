import type { Command } from 'commander';
import type { CommandContext, Output } from '../surroundings.ts';

export function addRules(program: Command, context: CommandContext): void {
  program
    .command('rules')
    .description('list every rule with its ruleset and severity')
    .option('--compat', 'the rules by which changes are judged, instead of those of validate')
    .option('--json', 'print the catalogue as JSON')
    .action(async (options: { compat?: boolean; json?: boolean }) => {
      const list = options.compat === true ? listCompatRules : listRules;
      await list(context.out, options.json === true);
    });
}

async function listRules(out: Output, asJson: boolean): Promise<void> {
  const { allRules } = await import('../../core/rules/index.ts');
  if (asJson) {
    const catalogue = allRules.map(({ id, ruleset, severity, summary, why, fix, reference }) => {
      return { id, ruleset, severity, summary, why, fix, reference };
    });
    out.write(`${JSON.stringify(catalogue, null, 2)}\n`);
    return;
  }
  const width = Math.max(...allRules.map(({ id }) => id.length));
  for (const { id, ruleset, severity, summary } of allRules) {
    out.write(`${id.padEnd(width)}  ${ruleset.padEnd(7)}  ${severity.padEnd(7)}  ${summary}\n`);
  }
}

async function listCompatRules(out: Output, asJson: boolean): Promise<void> {
  const { compatRules } = await import('../../core/compat/index.ts');
  if (asJson) {
    out.write(`${JSON.stringify(compatRules, null, 2)}\n`);
    return;
  }
  const width = Math.max(...compatRules.map(({ id }) => id.length));
  for (const { id, direction, severity, departures, summary } of compatRules) {
    const verdict = departures.standard?.severity ?? severity;
    out.write(`${id.padEnd(width)}  ${direction.padEnd(8)}  ${verdict.padEnd(8)}  ${summary}\n`);
  }
}
