import type { Rule } from '../rule.ts';
import { nameOf } from './support/operations.ts';

export const operationSecurity: Rule = {
  id: 'operation-security',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Each operation says itself who may call it.',
  why: 'A default at the root is easily overlooked, and easily lost when operations are copied or moved: what was protected becomes public without a visible change.',
  fix: 'Write "security" on the operation; "security: []" says that it is public on purpose.',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      if (operation.declaresSecurity) continue;
      const message = `${nameOf(operation)} does not say who may call it. Add "security"; write "security: []" if it is public on purpose.`;
      report({ location: operation.location, message });
    }
  },
};
