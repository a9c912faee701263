/** Digits in groups of three with points between them, as Vietnamese writes them: `1.250.000`. */
export function grouped(value: bigint): string {
  const digits = value.toString();
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let place = first; place < digits.length; place += 3) groups.push(digits.slice(place, place + 3));
  return groups.join('.');
}

/** In millions or billions when the number was spoken so and nothing smaller is lost: `2,5 triệu`, `3.000 tỷ`. */
export function inFigures(value: bigint, scale: number): string {
  if (scale < 6) return grouped(value);
  const isBillions = scale % 9 === 0;
  const names = isBillions ? Array.from({ length: scale / 9 }, () => 'tỷ').join(' ') : 'triệu';
  const power = 10n ** BigInt(scale);
  const [whole, rest] = [value / power, value % power];
  // Only tenths can be left: more would have been said with a scale of its own.
  const tenth = (rest * 10n) / power;
  const isExact = tenth * power === rest * 10n;
  // Billions and millions: `1.200 triệu` would hide the billion.
  if (!isExact || (!isBillions && whole >= 1_000n)) return grouped(value);
  return `${grouped(whole)}${tenth > 0n ? `,${tenth}` : ''} ${names}`;
}
