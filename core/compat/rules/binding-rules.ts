import { complete, type ProtocolRule } from './protocol-rule.ts';
import type { CompatRuleInfo } from './rule.ts';

const table = [
  {
    id: 'binding-added',
    area: 'channel',
    direction: 'protocol',
    kind: 'added',
    severity: 'info',
    summary: 'A binding says something of a protocol that it did not say before.',
    why: 'Nobody could rely on what was left open.',
    mirror: { rule: 'bindings-changed' },
  },
  {
    id: 'binding-route-changed',
    area: 'channel',
    direction: 'protocol',
    kind: 'changed',
    severity: 'breaking',
    summary: 'A binding leads messages elsewhere: another topic, queue, exchange, destination or HTTP method.',
    why: 'Who sends or reads where the old contract says meets nobody there, or is refused by the broker.',
    fix: 'Add a channel that leads to the new place, and keep the old one until its users have moved.',
    mirror: { waiver: 'A change back is a change.' },
  },
  {
    id: 'binding-form-changed',
    area: 'channel',
    direction: 'protocol',
    kind: 'changed',
    severity: 'breaking',
    summary:
      'A binding says that messages are written in another way: encoding, type, status, or where the schema id stands.',
    why: 'Who reads them as before reads something else, or does not find what to read them by.',
    fix: 'Add a message that is written in the new way beside the old one.',
    mirror: { waiver: 'A change back is a change.' },
  },
  {
    id: 'binding-delivery-changed',
    area: 'channel',
    direction: 'protocol',
    kind: 'changed',
    severity: 'warning',
    summary:
      'A binding changes how surely, how long or in which order messages arrive: qos, partitions, retention, consumer group.',
    why: 'Each message means the same, but who relied on more than is left loses some, gets some twice or in another order.',
    fix: 'Check that all readers cope with it, and tell them.',
    mirror: { waiver: 'A change back is a change.' },
  },
  {
    id: 'bindings-changed',
    area: 'channel',
    direction: 'protocol',
    kind: 'changed',
    severity: 'warning',
    summary: 'Something else in the binding to a protocol changed.',
    why: 'What it decides is not known here: the other side may expect the old setting.',
    fix: 'Check that both sides work with either setting.',
    mirror: { rule: 'binding-added' },
  },
] as const satisfies readonly ProtocolRule[];

export type BindingRule = (typeof table)[number]['id'];
export const bindingRules: readonly CompatRuleInfo[] = table.map(complete);
