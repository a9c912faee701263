import type { Rule } from '../rule.ts';

export const operationIdCase: Rule = {
  id: 'operation-id-case',
  ruleset: 'ai2text',
  severity: 'warning',
  summary: 'Operations are named in camelCase.',
  why: 'The operationId becomes a method of generated clients and handlers.',
  fix: 'Rename it, starting with a verb: "listRecordings".',
  check(contract, report) {
    for (const operation of contract.operations) {
      const name = 'name' in operation ? operation.name : operation.operationId;
      if (name === undefined || /^[a-z][A-Za-z0-9]*$/.test(name)) continue;
      const message = `The operation "${name}" is not named in camelCase. Rename it, starting with a verb, such as "listRecordings".`;
      report({ location: operation.location, message });
    }
  },
};
