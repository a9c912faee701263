import { ValueError } from './value-error.ts';

/** RFC 3339: a date-time has a zone. */
const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** The moment that a text names, to the millisecond. Where it may be another text as well, what is no date-time stays one. */
export function readDate(
  text: string,
  { path, strict }: { readonly path: readonly unknown[]; readonly strict: boolean },
) {
  const date = dateOf(text);
  if (date !== undefined) return date;
  if (strict) throw new ValueError(path, `${JSON.stringify(text.slice(0, 100))} is no date-time`);
  return text;
}

function dateOf(text: string): Date | undefined {
  const [, year, month, day, time, seconds, fraction = '', zone = ''] = dateTime.exec(text) ?? [];
  // A `Date` knows no leap seconds: the last second of the minute counts twice.
  const second = seconds === '60' ? '59' : seconds;
  const date = new Date(`${year}-${month}-${day}T${time}:${second}${fraction}${zone.toUpperCase()}`);
  // Engines disagree on the 30th of February.
  const noSuchDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day);
  return Number.isNaN(date.getTime()) || noSuchDay ? undefined : date;
}
