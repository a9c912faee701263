import { isMultipleOf } from '../../schema/multiple-of.ts';
import type { Atom } from './atom.ts';
import { type Decimal, decimalOf, digitsAt, divides, leastCommonMultiple, numberOf } from './decimal.ts';
import { none, type Solution, solved, unsure } from './solution.ts';

interface Interval {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

const longestWalk = 2000;

/** A number that satisfies all of the atoms. */
export function solveNumber(atoms: readonly Atom[]): Solution {
  const interval = intervalOf(atoms);
  if (isEmpty(interval)) return none;
  const multiples = atoms.filter((atom) => atom.kind === 'multiple');
  const steps = multiples.filter(({ holds }) => holds).map(({ of }) => decimalOf(of));
  const [first, ...others] = steps;
  const fits = (value: number): boolean => contains(interval, value) && satisfies(value, atoms);
  if (first === undefined) return anywhere(interval, fits);
  const step = others.reduce(leastCommonMultiple, first);
  const barred = multiples.filter(({ holds }) => !holds).map(({ of }) => decimalOf(of));
  if (barred.some((divisor) => divides(divisor, step))) return none;
  return onGrid(interval, step, fits);
}

function intervalOf(atoms: readonly Atom[]): Interval {
  let interval: Interval = { low: -Infinity, lowOpen: true, high: Infinity, highOpen: true };
  for (const atom of atoms) {
    if (atom.kind === 'at-least' && (atom.bound > interval.low || (atom.bound === interval.low && atom.exclusive))) {
      interval = { ...interval, low: atom.bound, lowOpen: atom.exclusive };
    }
    if (atom.kind === 'at-most' && (atom.bound < interval.high || (atom.bound === interval.high && atom.exclusive))) {
      interval = { ...interval, high: atom.bound, highOpen: atom.exclusive };
    }
  }
  return interval;
}

function isEmpty({ low, lowOpen, high, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}

function contains({ low, lowOpen, high, highOpen }: Interval, value: number): boolean {
  return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
}

function satisfies(value: number, atoms: readonly Atom[]): boolean {
  return atoms.every((atom) => {
    if (atom.kind === 'multiple') return isMultipleOf(value, atom.of) === atom.holds;
    if (atom.kind === 'not-in') return !atom.values.includes(value);
    return true;
  });
}

/** No step to keep to: simple numbers first, then ever finer ones between the bounds. */
function anywhere(interval: Interval, fits: (value: number) => boolean): Solution {
  const { low, high } = interval;
  const simple = [0, 1, ...near(low), ...near(high), 10, 100, -1, 0.5, 1.5, 0.25, 0.1, 0.01, -0.5];
  const found = simple.find((value) => Number.isFinite(value) && fits(value));
  if (found !== undefined) return solved(found);
  if (low === high) return none;
  const from = Math.max(low, high - 1000, -1e6);
  const to = Math.min(high, from + 1000);
  for (const share of [0.5, 0.25, 0.1, 0.37, 0.61, 0.7321, 0.123457, 0.9876543]) {
    const between = from + (to - from) * share;
    const rounded = [0, 1, 2, 3, 6, 9].map((digits) => Number(between.toFixed(digits)));
    const value = [...rounded, between].find(fits);
    if (value !== undefined) return solved(value);
  }
  return unsure('no number was found between two bounds');
}

function near(bound: number): readonly number[] {
  return [bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5, Math.ceil(bound), Math.floor(bound)];
}

/** Multiples of one step: outwards from zero or from the bound nearest to it. */
function onGrid(interval: Interval, step: Decimal, fits: (value: number) => boolean): Solution {
  const { low, high } = interval;
  const down = high <= 0;
  const start = down ? firstDown(high, step) : firstUp(Math.max(low, low <= 0 ? 0 : low), step);
  const up = walk(start, down ? -1n : 1n, { interval, step, fits });
  if (up.found !== undefined) return solved(up.found);
  const back = low < 0 && !down ? walk(-1n, -1n, { interval, step, fits }) : undefined;
  if (back?.found !== undefined) return solved(back.found);
  return up.ended && (back?.ended ?? true) ? none : unsure('no multiple was found that is none of another number');
}

function firstUp(low: number, step: Decimal): bigint {
  const [bound, size] = onCommonGrid(low, step);
  return bound / size;
}

function firstDown(high: number, step: Decimal): bigint {
  const [bound, size] = onCommonGrid(high, step);
  return bound / size;
}

function onCommonGrid(value: number, step: Decimal): readonly [bigint, bigint] {
  const decimal = decimalOf(value);
  const exponent = Math.min(decimal.exponent, step.exponent);
  return [digitsAt(decimal, exponent), digitsAt(step, exponent)];
}

interface Walk {
  readonly interval: Interval;
  readonly step: Decimal;
  readonly fits: (value: number) => boolean;
}

/** `ended` when a bound was passed: then all multiples on this side were tried. */
function walk(start: bigint, direction: bigint, { interval, step, fits }: Walk) {
  for (let i = 0n; i < longestWalk; i++) {
    const value = numberOf({ digits: (start + i * direction) * step.digits, exponent: step.exponent });
    if (!Number.isFinite(value)) return { found: undefined, ended: false };
    if (fits(value)) return { found: value, ended: false };
    if (direction > 0n ? value > interval.high : value < interval.low) return { found: undefined, ended: true };
  }
  return { found: undefined, ended: false };
}
