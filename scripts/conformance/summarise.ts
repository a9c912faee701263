import type { WitnessCount } from './count-witnesses.ts';
import type { Judged } from './diff-case.ts';

export interface SuiteResult {
  readonly total: number;
  readonly agree: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly undecided: number;
  readonly consensus: { readonly total: number; readonly agree: number };
}

export interface SchemaResult {
  readonly total: number;
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
}

export interface Summary {
  readonly suites: Readonly<Record<string, SuiteResult>>;
  readonly schemas: Readonly<Record<string, SchemaResult>>;
  readonly witnesses: WitnessCount;
  readonly crashes: number;
  readonly seconds: number;
}

export function summarise(judged: readonly Judged[], schemas: Summary['schemas'], seconds: number): Summary {
  const suites = new Map<string, Judged[]>();
  for (const one of judged) suites.set(one.suite, [...(suites.get(one.suite) ?? []), one]);
  return {
    suites: Object.fromEntries([...suites].map(([name, cases]) => [name, resultOf(cases)])),
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, { total, right, wrong, undecided }]) => [
        name,
        { total, right, wrong, undecided },
      ]),
    ),
    witnesses: { breaking: sum(judged, 'breaking'), shown: sum(judged, 'shown'), checked: sum(judged, 'checked') },
    crashes: judged.filter(({ crashed }) => crashed).length,
    seconds: Math.round(seconds * 10) / 10,
  };
}

function resultOf(cases: readonly Judged[]): SuiteResult {
  const consensus = cases.filter((one) => one.consensus === true);
  return {
    total: cases.length,
    agree: cases.filter(({ disagrees }) => !disagrees).length,
    missed: cases.filter(({ verdict, ours }) => verdict === 'breaking' && ours !== 'breaking' && ours !== 'undecided')
      .length,
    falseAlarms: cases.filter(({ verdict, ours }) => harmless.has(verdict) && ours === 'breaking').length,
    undecided: cases.filter(({ ours }) => ours === 'undecided').length,
    consensus: { total: consensus.length, agree: consensus.filter(({ disagrees }) => !disagrees).length },
  };
}

const harmless: ReadonlySet<string> = new Set(['warn', 'compatible', 'none']);

function sum(judged: readonly Judged[], key: keyof WitnessCount): number {
  return judged.reduce((total, { witnesses }) => total + witnesses[key], 0);
}
