const surrogate = /[\uD800-\uDFFF]/;

/** Turns UTF-16 offsets of the text into code points; each offset costs the same, wherever it is. */
export function codePointsOf(text: string): (offset: number) => number {
  if (!surrogate.test(text)) return (offset) => offset;
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; ) {
    const width = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    counts.fill(count, offset, offset + width);
    count += 1;
    offset += width;
  }
  counts[text.length] = count;
  return (offset) => counts[offset] ?? count;
}
