import { Phrases } from '../phrases.ts';
import type { Token } from '../tokens.ts';

/** What the words before a number say that it is. */
export type NumberCue =
  | 'citizen-id'
  | 'identity-card'
  | 'passport'
  | 'driving-licence'
  | 'tax-code'
  | 'social-insurance'
  | 'health-insurance'
  | 'phone-number'
  | 'bank-account'
  | 'bank-card'
  | 'licence-plate'
  | 'password'
  | 'harmless';

const cues = new Phrases<NumberCue>([
  ...entries(
    'citizen-id',
    'căn cước, căn cước công dân, thẻ căn cước, cccd, số định danh, mã định danh, định danh cá nhân',
  ),
  ...entries('identity-card', 'chứng minh nhân dân, chứng minh thư, chứng minh, cmnd, cmt'),
  ...entries('passport', 'hộ chiếu, passport'),
  ...entries('driving-licence', 'giấy phép lái xe, bằng lái xe, bằng lái, gplx'),
  ...entries('tax-code', 'mã số thuế, mã thuế, mst'),
  ...entries('social-insurance', 'bảo hiểm xã hội, bhxh, sổ bảo hiểm, mã số bảo hiểm'),
  ...entries('health-insurance', 'bảo hiểm y tế, bhyt, thẻ bảo hiểm'),
  ...entries(
    'phone-number',
    'số điện thoại, điện thoại, số máy, sđt, đt, di động, gọi, gọi số, gọi cho, zalo, số zalo, hotline, tel',
  ),
  ...entries('phone-number', 'máy bàn, nhắn tin, liên hệ, liên lạc, alo, fax, phone'),
  ...entries('bank-account', 'số tài khoản, tài khoản, tài khoản ngân hàng, stk, account, chuyển khoản, vào số'),
  ...entries(
    'bank-card',
    'thẻ, mất thẻ, số thẻ, thẻ tín dụng, thẻ ngân hàng, thẻ visa, thẻ ghi nợ, thẻ atm, visa, mastercard, thẻ napas',
  ),
  ...entries('licence-plate', 'biển số, biển số xe, biển kiểm soát, biển xe, bks, xe'),
  ...entries(
    'password',
    'mật khẩu, password, mã pin, mã pin thẻ, pin thẻ, mã otp, otp, pin, mã xác thực, mã bí mật, cvv',
  ),
  ...entries(
    'harmless',
    'mã đơn, mã đơn hàng, đơn hàng, mã vận đơn, vận đơn, hóa đơn, mã giao dịch, mã vạch, số seri, seri, mã lô',
  ),
  ...entries(
    'harmless',
    'mã sản phẩm, mã số sản phẩm, mã bưu điện, mã bưu chính, tổng đài, công văn, nghị định, thông tư, quyết định',
  ),
  ...entries(
    'harmless',
    'mã hàng, mã số lô, giấy phép kinh doanh, mã chứng khoán, mã tài liệu, phiên bản, isbn, mã hồ sơ, biên lai',
  ),
]);

/** How many words may stand between the cue and its number: `số điện thoại liên hệ của tôi hiện nay là`. */
const reach = 8;

/** The nearest of the cues before the token, in the same sentence. */
export function cueBefore(tokens: readonly Token[], index: number): NumberCue | undefined {
  for (let place = index - 1; place >= Math.max(0, index - reach); place -= 1) {
    const token = tokens[place];
    if (token?.kind === 'mark' && /[.!?;]/.test(token.text) && tokens[place + 1]?.kind === 'word') return undefined;
    const cue = cues.at(tokens, place);
    if (cue !== undefined && cue.end <= index) return longer(tokens, place, index) ?? cue.value;
  }
  return undefined;
}

/** The cue that begins before and takes this one in: `điện thoại` in `số điện thoại`. */
function longer(tokens: readonly Token[], place: number, index: number): NumberCue | undefined {
  for (let before = place - 1; before >= Math.max(0, place - 3); before -= 1) {
    const cue = cues.at(tokens, before);
    if (cue !== undefined && cue.end > place && cue.end <= index) return cue.value;
  }
  return undefined;
}

function entries(cue: NumberCue, names: string): (readonly [string, NumberCue])[] {
  return names.split(', ').map((name) => [name, cue]);
}
