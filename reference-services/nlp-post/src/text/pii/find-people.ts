import { publicNames } from '../gazetteer/public-names.ts';
import { fullNameAt, givenNameAt } from '../names.ts';
import { Phrases } from '../phrases.ts';
import { type Token, wordAt } from '../tokens.ts';
import { type Finder, placeOf } from './scan.ts';

/** After these a name comes, also a given name alone. */
const namedBy = Phrases.of(
  'tên là, tên tôi là, tôi tên là, tôi tên, em tên là, em tên, mình tên là, mình tên, tên em là, tên mình là, cháu tên là, họ và tên, họ tên, tên đầy đủ, tên khách hàng, chủ tài khoản, chủ thẻ, người nhận, người gửi, tên người nhận, tên bệnh nhân, tên con tôi là, tên thật là',
);

/** After these a full name is somebody's whom one speaks of. */
const titles = Phrases.of(
  'ông, bà, anh, chị, cô, chú, bác, em, cháu, bạn, thầy, thầy giáo, cô giáo, bác sĩ, luật sư, kỹ sư, y tá, khách hàng, bệnh nhân, học sinh, sinh viên, nhân viên, thí sinh, bị cáo, bị can, nạn nhân, phụ huynh, tài xế, giám đốc, kế toán, thư ký, trưởng phòng, tôi là, em là, mình là, cháu là, con tôi là, vợ tôi là, chồng tôi là, với tên, tên, gặp, gửi, cho',
);

const fillers = new Set([
  'là',
  ':',
  'của',
  'tôi',
  'em',
  'đầy',
  'đủ',
  'tên',
  'ông',
  'bà',
  'anh',
  'chị',
  'cô',
  'chú',
  'bạn',
]);

/** Names of people after a word that says that one comes. Streets and heroes that share their form are nobody's data. */
export const findNames: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const name = namedBy.at(tokens, index);
    const title = titles.at(tokens, index);
    const cue = name ?? title;
    if (cue === undefined) continue;
    const start = skip(tokens, cue.end, name === undefined ? 1 : 4);
    const end = nameEnd(tokens, start, name !== undefined);
    if (end === undefined) continue;
    yield placeOf(scan, start, end);
    index = end - 1;
  }
};

function skip(tokens: readonly Token[], index: number, most: number): number {
  let start = index;
  while (start < index + most && fillers.has(tokens[start]?.lower ?? '')) start += 1;
  return start;
}

function nameEnd(tokens: readonly Token[], start: number, isNamed: boolean): number | undefined {
  if (publicNames.at(tokens, start) !== undefined) return undefined;
  const full = fullNameAt(tokens, start);
  if (full !== undefined) return full;
  return isNamed ? givenNameAt(tokens, start) : undefined;
}

const birthCues = Phrases.of(
  'sinh ngày, ngày sinh, sinh năm, năm sinh, ngày tháng năm sinh, sinh vào ngày, sinh vào, sinh tháng, sinh nhật, sinh hôm, sn, dob, ngày tháng sinh, sinh',
);
const birthFillers = new Set([
  'là',
  ':',
  'của',
  'tôi',
  'em',
  'mình',
  'cháu',
  'con',
  'anh',
  'chị',
  'vào',
  'ngày',
  'mùng',
  'mồng',
  'tháng',
  'năm',
  'hôm',
  'bệnh',
  'nhân',
]);

/** The date after a word of birth; a year alone only when its owner may be alive. */
export const findBirthDates: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const cue = birthCues.at(tokens, index);
    if (cue === undefined || wordAt(tokens, index - 1) === 'học') continue;
    const start = skipBirth(tokens, cue.end);
    const end = dateEnd(tokens, start);
    if (end === undefined) continue;
    yield placeOf(scan, start, end);
    index = end - 1;
  }
};

function skipBirth(tokens: readonly Token[], index: number): number {
  let start = index;
  while (start < index + 6 && birthFillers.has(tokens[start]?.lower ?? '')) start += 1;
  return start;
}

function dateEnd(tokens: readonly Token[], index: number): number | undefined {
  const first = tokens[index];
  if (first?.kind !== 'digits') return undefined;
  let end = index + 1;
  let parts = 1;
  while (parts < 3 && isSeparator(tokens[end]) && tokens[end + 1]?.kind === 'digits') {
    end += 2;
    parts += 1;
  }
  // `3/4 năm 1990`.
  if (parts === 2 && wordAt(tokens, end) === 'năm' && tokens[end + 1]?.kind === 'digits') end += 2;
  const last = Number(tokens[end - 1]?.text);
  const isShort = first.text.length === 2 && wordAt(tokens, index - 1) === 'năm';
  if (parts === 1) return isShort || (last >= 1915 && last <= 2100) ? end : undefined;
  return Number(first.text) <= 31 || Number(first.text) >= 1900 ? end : undefined;
}

function isSeparator(token: Token | undefined): boolean {
  return token !== undefined && ['/', '-', '.', 'tháng', 'năm'].includes(token.lower);
}
