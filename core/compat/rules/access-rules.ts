import { complete, type ProtocolRule, tolerant } from './protocol-rule.ts';
import type { CompatRuleInfo } from './rule.ts';

const table = [
  {
    id: 'security-narrowed',
    area: 'security',
    direction: 'input',
    kind: 'narrowed',
    severity: 'breaking',
    summary: 'A way to authenticate that was enough no longer is.',
    why: 'Callers that prove who they are as before get 401 or 403.',
    fix: 'List the new requirement as a further alternative and keep the old one.',
    mirror: { rule: 'security-widened' },
  },
  {
    id: 'security-widened',
    area: 'security',
    direction: 'input',
    kind: 'widened',
    severity: 'info',
    summary: 'There is a further way to authenticate, or less is asked for.',
    why: 'The old ways are still enough.',
    mirror: { rule: 'security-narrowed' },
  },
  {
    id: 'server-added',
    area: 'server',
    direction: 'protocol',
    kind: 'added',
    severity: 'info',
    summary: 'A server was added.',
    why: 'The others are there as before.',
    mirror: { rule: 'server-removed' },
  },
  {
    id: 'server-removed',
    area: 'server',
    direction: 'protocol',
    kind: 'removed',
    severity: 'breaking',
    summary: 'A server was removed.',
    why: 'Callers of its address may reach nobody.',
    fix: 'Go on listing it as long as it answers.',
    departures: tolerant(
      'warning',
      'Where a service runs is set by each deployment, and the list of servers often only documents it.',
    ),
    mirror: { rule: 'server-added' },
  },
  {
    id: 'server-variable-narrowed',
    area: 'server',
    direction: 'protocol',
    kind: 'narrowed',
    severity: 'breaking',
    summary: 'A value of a server variable is gone.',
    why: 'Callers of an address with this value may reach nobody.',
    fix: 'Go on listing the value as long as it works.',
    departures: tolerant(
      'warning',
      'Where a service runs is set by each deployment, and the list of servers often only documents it.',
    ),
    mirror: { rule: 'server-variable-widened' },
  },
  {
    id: 'server-variable-widened',
    area: 'server',
    direction: 'protocol',
    kind: 'widened',
    severity: 'info',
    summary: 'A server variable allows another value.',
    why: 'The others work as before.',
    mirror: { rule: 'server-variable-narrowed' },
  },
] as const satisfies readonly ProtocolRule[];

export type AccessRule = (typeof table)[number]['id'];
export const accessRules: readonly CompatRuleInfo[] = table.map(complete);
