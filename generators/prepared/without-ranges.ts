import type { Response } from '../../core/contract/model.ts';
import { emptySchema } from '../../core/contract/schemas/draft.ts';

/** One response for all statuses that are not named: the declared default, or else what the ranges say together. */
export function withoutRanges(responses: readonly Response[]): readonly Response[] {
  const single = responses.filter(({ status }) => !/xx$/i.test(status));
  const [first, ...others] = responses.filter(({ status }) => /xx$/i.test(status));
  if (first === undefined || single.some(({ status }) => status === 'default')) return single;
  const content = [first, ...others].flatMap((response) => response.content);
  const byName = Map.groupBy(content, ({ name }) => name);
  const merged = [...byName.values()].flatMap(([one, ...rest]) => {
    const alternatives = [one, ...rest].flatMap((each) => each?.schema ?? []);
    const { schema } = one ?? {};
    if (one === undefined || schema === undefined || alternatives.length < 2) return one ?? [];
    return { ...one, schema: { ...emptySchema(schema.location), anyOf: alternatives } };
  });
  return [...single, { ...first, status: 'default', content: merged }];
}
