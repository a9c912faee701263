export interface StubSparse {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

export interface StubPoint {
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly vector: { readonly sentence: readonly number[]; readonly words: StubSparse };
}

interface Condition {
  readonly key: string;
  readonly match?: { readonly value?: unknown; readonly any?: readonly unknown[] };
  readonly range?: Readonly<Partial<Record<'lt' | 'gt' | 'lte' | 'gte', number | string>>>;
}

export interface StubFilter {
  readonly must?: readonly Condition[];
  readonly must_not?: readonly Condition[];
}

/** What Qdrant's documentation says of `must`, `must_not`, `match` and `range`. */
export function fits({ must = [], must_not = [] }: StubFilter, payload: StubPoint['payload']): boolean {
  return must.every((one) => holds(one, payload)) && !must_not.some((one) => holds(one, payload));
}

function holds({ key, match, range }: Condition, payload: StubPoint['payload']): boolean {
  const value = payload[key];
  // An array fits when one of its values does.
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (match !== undefined) return values.some((one) => (match.any ?? [match.value]).includes(one));
  return values.some((one) => isWithin(numberOf(one), range ?? {}));
}

function isWithin(value: number, { lt, gt, lte, gte }: NonNullable<Condition['range']>): boolean {
  return (
    (lt === undefined || value < numberOf(lt)) &&
    (gt === undefined || value > numberOf(gt)) &&
    (lte === undefined || value <= numberOf(lte)) &&
    (gte === undefined || value >= numberOf(gte))
  );
}

/** A moment counts as its milliseconds. */
function numberOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number(value);
}

export interface Scored {
  readonly point: StubPoint;
  readonly score: number;
}

export function bySimilarity(points: readonly StubPoint[], query: readonly number[]): readonly Scored[] {
  return points.map((point) => {
    const { sentence } = point.vector;
    const product = sentence.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0);
    return { point, score: product / (Math.hypot(...sentence) * Math.hypot(...query)) };
  });
}

/** The sparse product with the modifier `idf`, of which the statistics are those of the whole collection. */
export function byWords(points: readonly StubPoint[], all: readonly StubPoint[], query: StubSparse): readonly Scored[] {
  const rarity = query.indices.map((index) => {
    const holding = all.filter(({ vector }) => vector.words.indices.includes(index)).length;
    return Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
  });
  return points.flatMap((point) => {
    const { indices, values } = point.vector.words;
    const parts = query.indices.map((index, place) => {
      const at = indices.indexOf(index);
      return at < 0 ? 0 : (values[at] ?? 0) * (query.values[place] ?? 0) * (rarity[place] ?? 0);
    });
    const score = parts.reduce((sum, part) => sum + part, 0);
    return score > 0 ? [{ point, score }] : [];
  });
}
