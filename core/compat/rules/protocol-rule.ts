import type { CompatRuleInfo, CompatVerdict, Departure } from './rule.ts';

export type ProtocolRule = Omit<CompatRuleInfo, 'departures' | 'fix'> & {
  readonly fix?: string;
  readonly departures?: CompatRuleInfo['departures'];
};

/** A rule as its table writes it, with what most rules have in common. */
export function complete(rule: ProtocolRule): CompatRuleInfo {
  return { fix: 'Nothing to do.', departures: {}, ...rule };
}

/** `standard` and `generated-clients` depart from the law in the same way. */
export function tolerant(severity: CompatVerdict, because: string): CompatRuleInfo['departures'] {
  const departure: Departure = { severity, because };
  return { standard: departure, 'generated-clients': departure };
}

/** Harmless on the wire; breaks code that is generated from the contract. */
export function breaksGeneratedCode(because: string): CompatRuleInfo['departures'] {
  return { 'generated-clients': { severity: 'breaking', because } };
}
