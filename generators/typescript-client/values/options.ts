import type { TargetOption, TargetOptions } from '../../target.ts';

/** What the generator is asked to make of values that JSON has no notation for, and of ids. */
export interface ValueOptions {
  readonly dates: 'string' | 'Date';
  readonly int64: 'number' | 'bigint';
  readonly brandedIds: boolean;
}

export const valueTargetOptions: readonly TargetOption[] = [
  { name: 'dates', values: ['string', 'Date'], about: 'what a date-time is' },
  { name: 'int64', values: ['number', 'bigint'], about: 'what an integer of 64 bits is' },
  { name: 'brandedIds', values: ['false', 'true'], about: 'whether ids of different kinds have different types' },
];

export function valueOptionsOf({ settings = {} }: TargetOptions): ValueOptions {
  return {
    dates: settings.dates === 'Date' ? 'Date' : 'string',
    int64: settings.int64 === 'bigint' ? 'bigint' : 'number',
    brandedIds: String(settings.brandedIds) === 'true',
  };
}
