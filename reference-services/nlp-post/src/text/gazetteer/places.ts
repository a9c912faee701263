/** Places and names that are written with capitals wherever they stand. */
export const places: readonly string[] = `
  việt nam, hà nội, hồ chí minh, ba đình, ba vì, hai bà trưng, sài gòn, đà nẵng, hải phòng, cần thơ, huế, thừa thiên huế, quảng nam,
  quảng ngãi, quảng bình, quảng trị, quảng ninh, nghệ an, hà tĩnh, thanh hóa, ninh bình, nam định, thái bình, hà nam, hưng yên,
  hải dương, bắc ninh, bắc giang, vĩnh phúc, phú thọ, thái nguyên, tuyên quang, lào cai, yên bái, lai châu, điện biên, sơn la,
  hòa bình, cao bằng, lạng sơn, bắc kạn, hà giang, bình định, phú yên, khánh hòa, nha trang, ninh thuận, bình thuận, kon tum,
  gia lai, đắk lắk, đắk nông, lâm đồng, đà lạt, bình phước, tây ninh, bình dương, đồng nai, bà rịa vũng tàu, vũng tàu, long an,
  tiền giang, bến tre, trà vinh, vĩnh long, đồng tháp, an giang, kiên giang, phú quốc, hậu giang, sóc trăng, bạc liêu, cà mau,
  hội an, sa pa, hạ long, vịnh hạ long, biên hòa, buôn ma thuột, quy nhơn, vinh phúc, mỹ tho, long xuyên, tam kỳ, đồng hới,
  hoàn kiếm, cầu giấy, đống đa, thanh xuân, hoàng mai, long biên, tây hồ, hà đông, nam từ liêm, bắc từ liêm, thủ đức,
  bình thạnh, gò vấp, tân bình, tân phú, phú nhuận, bình tân, củ chi, nhà bè, hóc môn, tân sơn nhất, nội bài, trường sa,
  hoàng sa, biển đông, sông hồng, sông cửu long, đồng bằng sông cửu long, tây nguyên, đông nam bộ, nam bộ, bắc bộ, trung bộ,
  trung quốc, hoa kỳ, nhật bản, hàn quốc, triều tiên, thái lan, lào, campuchia, singapore, malaysia, indonesia, philippines,
  ấn độ, đài loan, hồng kông, anh quốc, pháp quốc, đức quốc, nga, ukraina, châu âu, châu á, châu mỹ, châu phi, đông nam á,
  liên hợp quốc, liên minh châu âu, tết nguyên đán, quốc khánh, đảng cộng sản việt nam, quốc hội, facebook, google, youtube,
  vietcombank, techcombank, agribank, vietinbank, zalo, tiktok, new york, washington, london, paris, tokyo, bắc kinh, thượng hải,
  seoul, bangkok, moskva
`
  .split(',')
  .map((place) => place.trim().replaceAll(/\s+/g, ' '));

/** Places that are a common word as well and count as a place only after these. */
export const placeCues: ReadonlySet<string> = new Set(
  'tỉnh quận huyện phường xã phố đường thôn ấp làng sông núi hồ đảo bản'.split(' '),
);

/** Abbreviations that are written in capitals throughout. */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ...(
    ['tp', 'ubnd', 'hđnd', 'asean', 'usd', 'vnd', 'gdp', 'wto', 'who', 'covid', 'adn', 'vtv', 'thpt', 'thcs'] as const
  ).map((word) => [word, word.toUpperCase()] as const),
]);
