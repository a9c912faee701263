import { places } from '../gazetteer/places.ts';
import { fullNameAt, isCapital } from '../names.ts';
import { Phrases } from '../phrases.ts';
import type { Token } from '../tokens.ts';
import { type Finder, placeOf } from './scan.ts';

/** What an address is made of, from the house up. */
const houses = Phrases.of('số nhà, nhà số, số, căn hộ, căn hộ số, phòng, lô, nhà');
const ways = Phrases.of(
  'ngõ, ngách, hẻm, kiệt, đường, phố, đại lộ, tổ, khu phố, tòa, tòa nhà, chung cư, block, tầng, khu đô thị, ấp, thôn, xóm, tổ dân phố',
);
/** These are counted: `tổ 5`, but `tổ chức`. */
const numbered = new Set(['tổ', 'tầng', 'block', 'kiệt', 'tổ dân phố']);
const areas = Phrases.of('phường, xã, thị trấn, quận, huyện, thị xã, thành phố, tỉnh, tp, q, p');
const announced = Phrases.of(
  'địa chỉ, địa chỉ nhà, địa chỉ là, địa chỉ nhà riêng, ngụ tại, cư ngụ tại, thường trú, thường trú tại, tạm trú, tạm trú tại, hộ khẩu, hộ khẩu thường trú, sống tại, sống ở, trú tại, cư trú tại, nhà ở, nhà tôi ở, nhà em ở, giao đến, giao tới, giao hàng đến, giao hàng tới, gửi về địa chỉ, chỗ ở, nơi ở',
);

/** Words that no name of a street or a place has in it. */
const ends = new Set(
  `là và có của tôi em mình nhé nha ạ thì mà nên để gần ở tại với cho được đang đã sẽ không vào lúc từ đến trong khi nếu vì do
   hôm bị rất cũng như này đó kia rồi gọi số điện giao nhận xin vui họ chúng các những một nằm bên đối cạnh trên dưới sinh tên`.split(
    /\s+/,
  ),
);

/** An address: a house on a street, or what an announcement like `địa chỉ` is followed by, with the areas around it. */
export const findHomes: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const cue = announced.at(tokens, index);
    const start = cue === undefined ? index : afterCue(tokens, cue.end);
    const home = homeAt(tokens, start);
    if (home === undefined || !(home.isHouse || (cue !== undefined && home.parts > 1))) continue;
    yield placeOf(scan, start, home.end);
    index = home.end - 1;
  }
};

function afterCue(tokens: readonly Token[], index: number): number {
  let start = index;
  const fillers = [
    'là',
    ':',
    'của',
    'tôi',
    'em',
    'ở',
    'tại',
    'nhà',
    'hiện',
    'nay',
    'mình',
    'chị',
    'anh',
    'nhận',
    'hàng',
  ];
  while (
    start < index + 5 &&
    fillers.includes(tokens[start]?.lower ?? '') &&
    !houses.at(tokens, start)?.value.includes(' ')
  ) {
    start += 1;
  }
  return start;
}

interface Home {
  readonly end: number;
  readonly parts: number;
  /** Whether a house was named on a street, so that one door is meant. */
  readonly isHouse: boolean;
}

const mostParts = 10;

function homeAt(tokens: readonly Token[], start: number): Home | undefined {
  let end = start;
  let [parts, numbers, named] = [0, 0, 0];
  for (; parts < mostParts; parts += 1) {
    const place = tokens[end]?.text === ',' && parts > 0 ? end + 1 : end;
    const part = partAt(tokens, place, parts === 0);
    const street = part === undefined && tokens[end - 1]?.kind === 'digits' ? fullNameAt(tokens, end) : undefined;
    if (street !== undefined) {
      named += 1;
      end = street;
      continue;
    }
    if (part === undefined) break;
    if (part.kind === 'number') numbers += 1;
    if (part.kind === 'way') named += 1;
    end = part.end;
  }
  if (parts === 0) return undefined;
  return { end: withTail(tokens, end, parts), parts, isHouse: numbers > 0 && named > 0 };
}

interface Part {
  readonly kind: 'number' | 'way' | 'area';
  readonly end: number;
}

function partAt(tokens: readonly Token[], index: number, isFirst: boolean): Part | undefined {
  const area = areas.at(tokens, index);
  if (area !== undefined) {
    const end = nameEnd(tokens, area.value.length === 1 && tokens[area.end]?.text === '.' ? area.end + 1 : area.end);
    return end === undefined ? undefined : { kind: 'area', end };
  }
  const way = ways.at(tokens, index);
  if (way !== undefined) {
    if (numbered.has(way.value) && tokens[way.end]?.kind !== 'digits') return undefined;
    const end = nameEnd(tokens, way.end);
    return end === undefined ? undefined : { kind: 'way', end };
  }
  if (!isFirst) return undefined;
  const house = houses.at(tokens, index);
  const end = houseNumber(tokens, house?.end ?? index);
  return end === undefined || (house === undefined && ways.at(tokens, end) === undefined)
    ? undefined
    : { kind: 'number', end };
}

/** `12`, `12A`, `12/34/5`, `12 bis`. */
function houseNumber(tokens: readonly Token[], index: number): number | undefined {
  const first = tokens[index];
  if (first?.kind !== 'digits' || first.text.length > 5) return undefined;
  let end = index + 1;
  for (let times = 0; times < 4; times += 1) {
    const [mark, next] = [tokens[end], tokens[end + 1]];
    const isLetter = mark?.kind === 'word' && mark.text.length === 1 && tokens[end - 1]?.end === mark.start;
    if (isLetter) end += 1;
    else if ((mark?.text === '/' || mark?.lower === 'trên' || mark?.lower === 'xẹt') && next?.kind === 'digits')
      end += 2;
    else break;
  }
  return end;
}

/** A number, or up to four words; capitals, when there are some, show where the name ends. */
function nameEnd(tokens: readonly Token[], index: number): number | undefined {
  if (tokens[index]?.kind === 'digits') return houseNumber(tokens, index);
  const first = tokens[index];
  if (first === undefined) return undefined;
  const isWritten = isCapital(first);
  let end = index;
  while (end < index + 4 && isNamePart(tokens, end, isWritten)) end += 1;
  return end > index ? end : undefined;
}

function isNamePart(tokens: readonly Token[], index: number, isWritten: boolean): boolean {
  const token = tokens[index];
  if (token?.kind === 'digits') return token.text.length <= 2 && isWritten;
  if (token?.kind !== 'word' || ends.has(token.lower)) return false;
  if (areas.at(tokens, index) !== undefined || (ways.at(tokens, index) !== undefined && !isWritten)) return false;
  return isCapital(token) || !isWritten;
}

const cities = Phrases.of(places.join(', '));

/** The district or city at the end needs no word before it. */
function withTail(tokens: readonly Token[], end: number, parts: number): number {
  const place = tokens[end]?.text === ',' ? end + 1 : end;
  const city = parts > 0 ? cities.at(tokens, place) : undefined;
  return city?.end ?? end;
}
