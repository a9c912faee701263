import type { Token } from '../tokens.ts';
import { isCitizenNumber, passesLuhn, passesTaxCheck } from './checksums.ts';
import type { NumberCue } from './number-cues.ts';
import type { NumberRun } from './number-runs.ts';
import type { Finder } from './scan.ts';

/** What a number looks like that no word announces. */
type Bare = (digits: string, run: NumberRun, tokens: readonly Token[]) => boolean;

const between = (least: number, most: number) => (digits: string) => digits.length >= least && digits.length <= most;
const ofLength =
  (...lengths: readonly number[]) =>
  (digits: string) =>
    lengths.includes(digits.length);

/** Whether a number can be what the words before it say. */
const fits: Readonly<Partial<Record<NumberCue, (digits: string) => boolean>>> = {
  'citizen-id': ofLength(12),
  'identity-card': ofLength(9, 12),
  'driving-licence': ofLength(12),
  'tax-code': ofLength(10, 12, 13),
  'social-insurance': ofLength(10),
  'health-insurance': ofLength(10),
  // What begins with 1800 or 1900 is a company's.
  'phone-number': (digits) => digits.length >= 7 && digits.length <= 15 && !/^1[89]00/.test(digits),
  'bank-card': ofLength(15, 16, 19),
  'bank-account': between(6, 19),
  password: between(4, 12),
};

/** Finds the numbers that a cue announces and, when nothing does, those that look like nothing else. */
function findNumbers(cue: NumberCue, bare: Bare = () => false): Finder {
  return function* find({ tokens, numbers }) {
    let past = 0;
    for (const { runs, said } of numbers) {
      if (said === 'harmless' || (runs[0]?.firstToken ?? 0) < past) continue;
      const run = runs.find((one) => isTaken(said, one));
      if (run === undefined) continue;
      yield { start: startOf(tokens, run), end: run.end };
      past = run.endToken;
    }

    function isTaken(said: NumberCue | undefined, run: NumberRun): boolean {
      if (said !== undefined && fits[said]?.(run.digits)) return said === cue;
      return bare(run.digits, run, tokens);
    }
  };
}

/** A plus before the number belongs to it. */
function startOf(tokens: readonly Token[], { firstToken, start }: NumberRun): number {
  const before = tokens[firstToken - 1];
  return before?.text === '+' && before.end === start ? before.start : start;
}

export const findCitizenIds = findNumbers('citizen-id', (digits) => digits.length === 12 && isCitizenNumber(digits));
export const findIdentityCards = findNumbers('identity-card');
export const findDrivingLicences = findNumbers('driving-licence');
export const findTaxCodes = findNumbers(
  'tax-code',
  (digits, { start, end }) => digits.length === 13 && end - start === 14 && passesTaxCheck(digits),
);
export const findSocialInsurance = findNumbers('social-insurance');
export const findInsuranceNumbers = findNumbers('health-insurance');
export const findPhones = findNumbers('phone-number', (digits, { firstToken, start }, tokens) => {
  const before = tokens[firstToken - 1];
  if (before?.text === '+' && before.end === start) return digits.length >= 9 && digits.length <= 15;
  return /^(?:0|84)[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits);
});
export const findBankCards = findNumbers(
  'bank-card',
  (digits) => /^(?:[3456]\d{14,15}|2[2-7]\d{14}|9704\d{12}(?:\d{3})?)$/.test(digits) && passesLuhn(digits),
);
export const findAccountNumbers = findNumbers('bank-account');
export const findPinNumbers = findNumbers('password');
