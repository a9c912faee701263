import { Phrases } from '../phrases.ts';

export interface Unit {
  /** What is written after the figures; undefined when the word stays as it was said. */
  readonly symbol?: string;
  readonly kind: 'number' | 'money' | 'unit';
  /** Whether `một` before it is an article: `một ngày`. */
  readonly mayBeOne?: boolean;
}

const symbol = (written: string): Unit => ({ kind: 'unit', symbol: written });
const word: Unit = { kind: 'number' };
const span: Unit = { kind: 'number', mayBeOne: true };
const money = (written: string): Unit => ({ kind: 'money', symbol: written });

/** What is counted with figures, also below ten. */
export const units = new Phrases<Unit>([
  ...entries(symbol('%'), 'phần trăm', 'phầm trăm'),
  ...entries(symbol('‰'), 'phần nghìn', 'phần ngàn'),
  ...entries(symbol('km'), 'ki lô mét', 'kilômét', 'kilomet', 'ki lô mét', 'kilô mét'),
  ...entries(symbol('km²'), 'ki lô mét vuông', 'kilômét vuông', 'kilomet vuông'),
  ...entries(
    symbol('km/h'),
    'ki lô mét trên giờ',
    'ki lô mét một giờ',
    'ki lô mét giờ',
    'kilomet trên giờ',
    'cây số giờ',
  ),
  ...entries(symbol('m'), 'mét'),
  ...entries(symbol('m²'), 'mét vuông'),
  ...entries(symbol('m³'), 'mét khối'),
  ...entries(symbol('m/s'), 'mét trên giây'),
  ...entries(symbol('cm'), 'xăng ti mét', 'xen ti mét', 'xentimét', 'centimet', 'xăng ti'),
  ...entries(symbol('mm'), 'mi li mét', 'milimét', 'milimet', 'mi li'),
  ...entries(symbol('kg'), 'ki lô gam', 'kilôgam', 'kilogam', 'ki lô', 'kilô gam'),
  ...entries(symbol('g'), 'gam', 'gram'),
  ...entries(symbol('mg'), 'mi li gam', 'miligam'),
  ...entries(symbol('ml'), 'mi li lít', 'mililít'),
  ...entries(symbol('ha'), 'héc ta', 'hécta', 'hecta'),
  ...entries(symbol('kW'), 'ki lô oát', 'kilowatt'),
  ...entries(symbol('kWh'), 'ki lô oát giờ', 'kilowatt giờ'),
  ...entries(symbol('MW'), 'mê ga oát', 'megawatt'),
  ...entries(symbol('MB'), 'mê ga bai', 'megabyte'),
  ...entries(symbol('GB'), 'gi ga bai', 'gigabyte'),
  ...entries(symbol('GHz'), 'gi ga héc', 'gigahertz'),
  ...entries(symbol('°C'), 'độ xê', 'độ c', 'độ xen xi út'),
  ...entries(symbol('°F'), 'độ ép', 'độ f'),
  ...entries(money('đồng'), 'đồng', 'việt nam đồng', 'đồng việt nam'),
  ...entries(money('USD'), 'đô la mỹ', 'đô mỹ', 'usd'),
  ...entries(money('đô la'), 'đô la', 'đô'),
  ...entries(money('euro'), 'euro', 'ơ rô'),
  ...entries(money('bảng Anh'), 'bảng anh'),
  ...entries(money('yên'), 'yên nhật', 'yên'),
  ...entries(money('nhân dân tệ'), 'nhân dân tệ', 'tệ'),
  ...entries(money('won'), 'won'),
  ...entries(word, 'độ', 'tuổi', 'giờ', 'tỉnh thành', 'điểm'),
  ...entries(span, 'tấn', 'tạ', 'yến', 'lít', 'cây số', 'ký', 'cân'),
  ...entries(span, 'giây', 'phút', 'tiếng', 'ngày', 'tuần', 'tháng', 'năm', 'quý', 'thập kỷ', 'thế kỷ'),
]);

function entries(unit: Unit, ...names: readonly string[]): (readonly [string, Unit])[] {
  return names.map((name) => [name, unit]);
}
