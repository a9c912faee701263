import { digitOf } from '../numbers/digit-words.ts';
import { type Read, readTens } from '../numbers/read-hundreds.ts';
import { isHalf } from '../numbers/read-integer.ts';
import { type Token, wordAt } from '../tokens.ts';
import type { Figure } from './rule.ts';

const dayParts = new Set(['sáng', 'trưa', 'chiều', 'tối', 'đêm', 'khuya']);
const clockCues = new Set(['lúc', 'vào', 'từ', 'đến', 'tới', 'trước', 'sau', 'hồi', 'đúng', 'quá', 'hơn']);
const durationCues = new Set(['trong', 'mất', 'suốt', 'hết', 'dài', 'cần', 'tốn', 'thêm', 'khoảng']);

/** What is counted: `tám giờ hai mươi người có mặt` has no minutes. */
const countable = new Set(
  'người học em bạn chiếc cái con học sinh công khách xe căn ngày tuần tháng năm nghìn triệu phần phẩy đồng'.split(' '),
);

/** `chín giờ ba mươi` is `9:30`. An hour without minutes is a number with a unit, and left to it. */
export function readTime(tokens: readonly Token[], index: number): Figure | undefined {
  const hour = readTens(tokens, index);
  if (hour === undefined || hour.value > 24) return undefined;
  const word = wordAt(tokens, hour.end);
  if (isHalf(word)) return halfPast(tokens, index, hour);
  if (word !== 'giờ') return undefined;
  const after = hour.end + 1;
  const time = (hours: number, minutes: number, end: number): Figure => {
    return { kind: 'time', start: index, end, replacement: clock(hours, minutes) };
  };
  if (isHalf(wordAt(tokens, after))) {
    const isDuration = durationCues.has(wordAt(tokens, index - 1)) && !dayParts.has(wordAt(tokens, after + 1));
    if (!isDuration) return time(hour.value, 30, after + 1);
    return { kind: 'time', start: index, end: after + 1, replacement: `${hour.value},5 giờ` };
  }
  if (wordAt(tokens, after) === 'kém') {
    const short = readTens(tokens, after + 1);
    if (short === undefined || short.value < 1 || short.value > 59) return undefined;
    const end = endOfMinutes(tokens, short);
    return time((hour.value + 23) % 24, 60 - short.value, end);
  }
  const minutes = minutesAt(tokens, after);
  return minutes && withMinutes(tokens, index, hour, minutes);
}

function withMinutes(tokens: readonly Token[], index: number, hour: Read, minutes: Read): Figure {
  const isNamed = wordAt(tokens, minutes.end) === 'phút';
  const end = isNamed ? minutes.end + 1 : minutes.end;
  const seconds = isNamed ? secondsAt(tokens, end) : undefined;
  const isClock =
    !isNamed || clockCues.has(wordAt(tokens, index - 1)) || dayParts.has(wordAt(tokens, seconds?.end ?? end));
  const last = seconds?.end ?? end;
  if (isClock) {
    const replacement =
      clock(hour.value, minutes.value) + (seconds === undefined ? '' : `:${twoDigits(seconds.value)}`);
    return { kind: 'time', start: index, end: last, replacement };
  }
  const tail = seconds === undefined ? '' : ` ${seconds.value} giây`;
  return { kind: 'time', start: index, end: last, replacement: `${hour.value} giờ ${minutes.value} phút${tail}` };
}

/** `chín rưỡi` needs a word that says it is a time. */
function halfPast(tokens: readonly Token[], index: number, hour: Read): Figure | undefined {
  const end = hour.end + 1;
  const isTime = wordAt(tokens, index - 1) === 'lúc' || dayParts.has(wordAt(tokens, end));
  return isTime ? { kind: 'time', start: index, end, replacement: clock(hour.value, 30) } : undefined;
}

/** Minutes after `giờ`: two digits, or one that nothing but `phút` can follow. */
function minutesAt(tokens: readonly Token[], index: number): Read | undefined {
  if (wordAt(tokens, index) === 'không') {
    const digit = digitOf(wordAt(tokens, index + 1));
    const isMinute = digit !== undefined && digitOf(wordAt(tokens, index + 2)) === undefined;
    return isMinute ? { value: digit, end: index + 2 } : undefined;
  }
  const minutes = readTens(tokens, index);
  if (minutes === undefined || minutes.value > 59) return undefined;
  const next = wordAt(tokens, minutes.end);
  if (next === 'phút') return minutes;
  return minutes.value < 10 || countable.has(next) || next === 'giờ' ? undefined : minutes;
}

function endOfMinutes(tokens: readonly Token[], { end }: Read): number {
  return wordAt(tokens, end) === 'phút' ? end + 1 : end;
}

function secondsAt(tokens: readonly Token[], index: number): Read | undefined {
  const seconds = readTens(tokens, index);
  if (seconds === undefined || seconds.value > 59 || wordAt(tokens, seconds.end) !== 'giây') return undefined;
  return { value: seconds.value, end: seconds.end + 1 };
}

function clock(hours: number, minutes: number): string {
  return `${hours}:${twoDigits(minutes)}`;
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0');
}
