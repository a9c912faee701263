import { digitOf, looseUnitOf } from '../numbers/digit-words.ts';
import { readHundreds } from '../numbers/read-hundreds.ts';
import { powerAt } from '../numbers/read-integer.ts';
import { Phrases } from '../phrases.ts';
import { type Token, wordAt } from '../tokens.ts';
import type { Figure } from './rule.ts';

/** Words after which digits are a number that names something, also when there are few of them or some are read in pairs. */
const cues = Phrases.of(
  `số điện thoại, điện thoại, số máy, gọi, gọi số, hotline, đường dây nóng, zalo, di động, liên hệ, sđt, tổng đài, số tài khoản,
   tài khoản, stk, số thẻ, thẻ, căn cước, căn cước công dân, cccd, chứng minh, chứng minh nhân dân, chứng minh thư, cmnd, hộ chiếu,
   địa chỉ ip, ip, ai pi, mật khẩu, mã số thuế, mã số, mã, biển số, biển số xe, biển kiểm soát, bảo hiểm, bảo hiểm xã hội, bảo hiểm y tế, giấy phép lái xe,
   bằng lái, bằng lái xe, số, pin, otp, máy bàn, nhắn tin, quốc lộ, số hiệu`.replaceAll(/\s+/g, ' '),
);

/** What stands right before even two digits that name something: `biển số hai chín`. */
const nameBy = new Set(['số', 'mã', 'phòng']);

/** How far before its digits a cue may stand: `số điện thoại của tôi là`. */
const reach = 6;

/** A longer run is cut; nothing that has a name is as long. */
const mostDigits = 64;

interface Run {
  readonly digits: string;
  readonly end: number;
  /** Whether every digit was said on its own. */
  readonly isPlain: boolean;
}

/** Digits that are read out one after the other: `không chín một hai …` is `0912 …`. */
export function readDigitRun(tokens: readonly Token[], index: number): Figure | undefined {
  const isPlus = wordAt(tokens, index) === 'cộng' && digitOf(wordAt(tokens, index + 1)) !== undefined;
  const start = isPlus ? index + 1 : index;
  const first = digitOf(wordAt(tokens, start));
  if (first === undefined) return undefined;
  const plain = plainRun(tokens, start);
  // Only what begins like a telephone number or was announced is worth a second look.
  const isAnnounced = first === 0 || isPlus || plain.digits.length >= 2 ? hasCue(tokens, index) : false;
  const paired = isAnnounced || first === 0 || isPlus ? pairedRun(tokens, start) : plain;
  const run = paired.digits.length >= 7 && paired.end > plain.end ? paired : plain;
  const least = nameBy.has(wordAt(tokens, index - 1)) || isPlate(tokens, index) ? 2 : isAnnounced ? 3 : 4;
  if (run.digits.length < least || (isPlus && run.digits.length < 7)) return undefined;
  return { kind: 'number', start: index, end: run.end, replacement: `${isPlus ? '+' : ''}${spaced(run.digits)}` };
}

const plateWords = new Set(['số', 'kiểm', 'xe']);

/** `biển số xe hai chín a`, `biển số là hai chín a`. */
function isPlate(tokens: readonly Token[], index: number): boolean {
  const back = Array.from({ length: reach }, (_, distance) => index - 2 - distance);
  return back.some((place) => wordAt(tokens, place) === 'biển' && plateWords.has(wordAt(tokens, place + 1)));
}

function plainRun(tokens: readonly Token[], start: number): Run {
  let digits = '';
  let end = start;
  while (digits.length < mostDigits) {
    const repeated = repeatedAt(tokens, end, digits !== '' || hasCue(tokens, start));
    const digit = repeated?.digits ?? oneAt(tokens, end, digits);
    if (digit === undefined) break;
    digits += digit;
    end = repeated?.end ?? end + 1;
  }
  // The last one may be the first of a number: `một hai ba nghìn`.
  const next = wordAt(tokens, end);
  const isTaken = digits !== '' && (next === 'mươi' || next === 'trăm' || powerAt(tokens, end) > 0);
  return isTaken ? { digits: digits.slice(0, -1), end: end - 1, isPlain: true } : { digits, end, isPlain: true };
}

function oneAt(tokens: readonly Token[], index: number, before: string): number | undefined {
  const word = wordAt(tokens, index);
  return before === '' ? digitOf(word) : word === 'lăm' ? 5 : word === 'mốt' ? 1 : (looseUnitOf(word) ?? digitOf(word));
}

/** `ba số tám` is `888`. */
function repeatedAt(tokens: readonly Token[], index: number, isInside: boolean) {
  const times = digitOf(wordAt(tokens, index));
  if (!isInside || times === undefined || times < 2 || times > 9 || wordAt(tokens, index + 1) !== 'số')
    return undefined;
  const digit = digitOf(wordAt(tokens, index + 2));
  return digit === undefined ? undefined : { digits: `${digit}`.repeat(times), end: index + 3 };
}

/** Digits of which some are read in pairs or threes: `không chín tám mươi hai ba trăm linh năm …`. */
function pairedRun(tokens: readonly Token[], start: number): Run {
  let digits = '';
  let end = start;
  while (digits.length < 24) {
    const repeated = repeatedAt(tokens, end, digits !== '');
    const group = readHundreds(tokens, end);
    const one = oneAt(tokens, end, digits);
    if (repeated !== undefined) {
      digits += repeated.digits;
      end = repeated.end;
    } else if (group !== undefined && group.end > end + 1 && powerAt(tokens, group.end) === 0) {
      digits += `${group.value}`;
      end = group.end;
    } else if (one !== undefined && powerAt(tokens, end + 1) === 0) {
      digits += one;
      end += 1;
    } else break;
  }
  return { digits, end, isPlain: false };
}

function hasCue(tokens: readonly Token[], index: number): boolean {
  for (let place = index - 1; place >= Math.max(0, index - reach); place -= 1) {
    if (tokens[place]?.kind === 'mark' && tokens[place]?.text !== ':') return false;
    if (cues.at(tokens, place) !== undefined) return true;
  }
  return false;
}

/** Telephone numbers in groups; everything else in one piece. */
function spaced(digits: string): string {
  if (/^02\d{9}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  if (/^0[35789]\d{8}$/.test(digits)) return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  return /^1[89]00\d{4}$/.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
}
