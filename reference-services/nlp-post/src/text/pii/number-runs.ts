import type { Token } from '../tokens.ts';

/** Digits with at most one space, point or hyphen between their groups, as numbers that name something are written. */
export interface NumberRun {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** The places of its first token and after its last. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Whether it is written as an amount: `1.250.000`. */
  readonly isAmount: boolean;
}

/** Nothing that names something is longer. */
const mostDigits = 24;
const mostGroups = 8;

/** All that could be read as one number from the token on, the longest first. */
export function runsFrom(tokens: readonly Token[], text: string, index: number): NumberRun[] {
  const runs: NumberRun[] = [];
  const groups: string[] = [];
  const first = tokens[index];
  let joiners = '';
  for (let place = index; first !== undefined && groups.length < mostGroups; ) {
    const group = tokens[place];
    if (group?.kind !== 'digits' || group.text.length > mostDigits) break;
    groups.push(group.text);
    const digits = groups.join('');
    if (digits.length > mostDigits) break;
    const isAmount = isAmountOf(groups, joiners);
    runs.unshift({ digits, start: first.start, end: group.end, firstToken: index, endToken: place + 1, isAmount });
    const joiner = joinerAfter(tokens, text, place);
    if (joiner === undefined) break;
    joiners += joiner;
    place += joiner === ' ' ? 1 : 2;
  }
  return runs;
}

function joinerAfter(tokens: readonly Token[], text: string, place: number): string | undefined {
  const [group, next, other] = [tokens[place], tokens[place + 1], tokens[place + 2]];
  if (group === undefined || next === undefined) return undefined;
  if (next.kind === 'digits') return next.start === group.end + 1 && text[group.end] === ' ' ? ' ' : undefined;
  const isJoined = next.start === group.end && other?.kind === 'digits' && other.start === next.end;
  return isJoined && (next.text === '.' || next.text === '-') ? next.text : undefined;
}

function isAmountOf(groups: readonly string[], joiners: string): boolean {
  if (groups.length < 2 || !/^\.{1,8}$/.test(joiners)) return false;
  const [first = '', ...rest] = groups;
  return first.length <= 3 && !first.startsWith('0') && rest.every(({ length }) => length === 3);
}
