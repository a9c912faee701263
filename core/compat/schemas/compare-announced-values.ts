import type { Schema } from '../../contract/schema.ts';
import { isArray, type Json, jsonEqual } from '../../source/json.ts';
import type { Comparison, Finding } from '../comparison.ts';
import type { SchemaPair } from './compare-schemas.ts';
import { flatten } from './flatten.ts';
import { type Meeting, showValue } from './show-value.ts';

/**
 * Compares lists in `x-extensible-enum` (Zalando's RESTful API guidelines, rule 112): the values known today, of a list
 * that may grow. Validators accept any other, so only these lists tell that a value is no longer known.
 */
export function compareAnnouncedValues(meeting: Meeting, pair: SchemaPair, comparison: Comparison): readonly Finding[] {
  const old = listIn(flatten(meeting.before, comparison.before.schemas));
  const now = listIn(flatten(meeting.after, comparison.after.schemas));
  if (old === undefined || now === undefined) return [];
  const { subject, thing, duty } = pair;
  const { path } = meeting.place;
  const [at, where] = path.length === 0 ? [thing, thing] : [`${thing} ${path}`, `${thing} ${path.shown}`];
  const finding = (value: Json, what: string): Omit<Finding, 'rule'> => {
    const text = JSON.stringify(value);
    const places = { before: meeting.before.location, after: meeting.after.location };
    return { subject, place: `${at} ${text}`, what: `${where}: ${what} (${text})`, ...places };
  };
  const removed = missing(old, now).map((value): Finding => {
    const rule = 'announced-value-removed';
    const told = finding(value, 'a value was removed from the list of x-extensible-enum');
    if (!duty.mustNotNarrow) return { rule, ...told, law: 'info' };
    return { rule, ...told, witness: showValue(value, meeting, { from: 'old', pair, comparison }) };
  });
  const added = missing(now, old).map((value): Finding => {
    return { rule: 'announced-value-added', ...finding(value, 'a value was added to the list of x-extensible-enum') };
  });
  return [...removed, ...added];
}

/** Undefined where there is none, or a list that is closed by `enum` and compared as that. */
function listIn(parts: readonly Schema[]): readonly Json[] | undefined {
  if (parts.some((part) => part.enum !== undefined)) return undefined;
  const list = parts.map(({ extensions }) => extensions.get('x-extensible-enum')).find((each) => each !== undefined);
  return list !== undefined && isArray(list) ? list : undefined;
}

function missing(values: readonly Json[], others: readonly Json[]): readonly Json[] {
  return values.filter((value) => !others.some((other) => jsonEqual(value, other)));
}
