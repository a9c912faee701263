import type { Rule } from '../rule.ts';

export const infoComplete: Rule = {
  id: 'info-complete',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'A contract has a description, a contact and a license.',
  why: 'Whoever finds the contract alone must be able to tell what it is for, whom to ask, and what they may do with it.',
  fix: 'Add what is missing under "info".',
  check({ info }, report) {
    const members = { description: info.description, contact: info.contact, license: info.license };
    const missing = Object.entries(members).flatMap(([name, value]) => (value === undefined ? [name] : []));
    if (missing.length === 0) return;
    report({ location: info.location, message: `The info has no ${missing.join(' and no ')}. Add what is missing.` });
  },
};
